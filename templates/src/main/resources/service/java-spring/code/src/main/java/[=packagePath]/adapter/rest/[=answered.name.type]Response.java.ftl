// made by msvc; this file is yours: edit it, and the next run merges
package [=package].adapter.rest;

[#assign name = answered.name]
record [=name.type]Response([=answered.id.type] id, long version[#list answered.fields as field], [=field.response?no_esc][/#list]) {

  static [=name.type]Response of([=name.type] [=name.variable]) {
    return new [=name.type]Response([=name.variable].id(), [=name.variable].version()[#list answered.fields as field], [=field.toBody?no_esc][/#list]);
  }
}
