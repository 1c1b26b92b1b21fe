# This makes one port entry for each port of a text that somebody keeps elsewhere.
resource "netskopesteering_non_standard_port" "messenger" {
  for_each         = toset([for port in provider::netskopesteering::parse_ports("5222,8000-8002") : tostring(port)])
  configuration_id = "0"
  port             = tonumber(each.value)
  domains          = ["whatsapp.net"]
}
