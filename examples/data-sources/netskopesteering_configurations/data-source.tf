# The same port in every enabled configuration.
data "netskopesteering_configurations" "enabled" {
  only_enabled = true
}

resource "netskopesteering_non_standard_port" "xmpp" {
  for_each         = toset(data.netskopesteering_configurations.enabled.ids)
  configuration_id = each.value
  port             = 5222
  domains          = ["whatsapp.net"]
}
