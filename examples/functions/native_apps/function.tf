# Defines the AI assistants that run on Windows. An app that tenants have already is not among them.
locals {
  assistants = {
    for name in provider::netskopesteering::native_apps("ai") : name => provider::netskopesteering::native_app(name)
  }
}

resource "netskopesteering_certificate_pinned_app" "assistant" {
  for_each = { for name, app in local.assistants : name => app if length(app.windows) > 0 && !app.predefined }
  name     = each.key
  windows  = { processes = each.value.windows }
}
