resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe"] }
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
