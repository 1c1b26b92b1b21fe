data "netskopesteering_configuration" "sales" {
  name = "Sales"
}

resource "netskopesteering_non_standard_port" "xmpp" {
  configuration_id = data.netskopesteering_configuration.sales.id
  port             = 5222
  domains          = ["whatsapp.net"]
}
