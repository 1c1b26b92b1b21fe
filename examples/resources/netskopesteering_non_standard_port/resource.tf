# Port 5222 of WhatsApp [seed], for its own domains only.
resource "netskopesteering_non_standard_port" "whatsapp" {
  configuration_id = "0"
  port             = 5222
  domains          = ["whatsapp.com", "whatsapp.net"]
}
