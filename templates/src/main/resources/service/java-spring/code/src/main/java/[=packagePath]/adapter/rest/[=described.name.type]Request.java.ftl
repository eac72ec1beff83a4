// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

import jakarta.validation.constraints.Pattern;

[#assign name = described.name]
record [=name.type]Request([#list described.details as field][=field.request?no_esc][#sep], [/#list]) {

  [=name.type]Details toDomain() {
    return new [=name.type]Details([#list described.details as field][=field.toDomain?no_esc][#sep], [/#list]);
  }
}
