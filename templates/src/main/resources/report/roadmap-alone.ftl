[#ftl output_format="Markdown"]
<!-- made by msvc -->
[#include "roadmap.ftl"]
