resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe"] }
}

# Blocks the app for the users of the default configuration.
resource "netskopesteering_exception" "whatsapp" {
  configuration_id = "0"
  notes            = "Personal messengers are not allowed."
  certificate_pinned_app = {
    app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
    custom_app_domains = ["*"]
    windows            = { action = "block" }
  }
}
