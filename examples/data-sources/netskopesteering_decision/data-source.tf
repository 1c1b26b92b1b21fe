# Asks the tenant at every plan and apply, and warns, with every step that leads to it, where WhatsApp Desktop is not blocked.
check "whatsapp_is_blocked" {
  data "netskopesteering_decision" "whatsapp" {
    process  = "WhatsApp.exe"
    platform = "windows"
    host     = "g.whatsapp.net"
    port     = 5222
  }

  assert {
    condition     = data.netskopesteering_decision.whatsapp.outcome == "block"
    error_message = join("\n", data.netskopesteering_decision.whatsapp.trace)
  }
}
