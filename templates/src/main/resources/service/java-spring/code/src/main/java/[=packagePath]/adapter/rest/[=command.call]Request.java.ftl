// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

import jakarta.validation.constraints.Pattern;

record [=command.call]Request([#list command.fields as field][=field.request?no_esc][#sep], [/#list]) {}
