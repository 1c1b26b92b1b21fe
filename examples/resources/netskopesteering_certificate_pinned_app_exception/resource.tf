resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }
  mac_os  = { processes = ["WhatsApp"] }
}

# Blocks the app for the users of the default configuration.
resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
  custom_app_domains = ["*"]
  windows            = "block"
  mac_os             = "block"
  notes              = "Personal messengers are not allowed."
}

# The app also uses a port that is not steered by itself. [seed]
resource "netskopesteering_non_standard_port" "whatsapp" {
  configuration_id = "0"
  port             = 5222
  domains          = ["whatsapp.com", "whatsapp.net"]
}
