# The executables that the article names for Windows [seed], and that of the build from the Store [community].
resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }

  # An exception that turns to another app does so before this one is deleted.
  lifecycle {
    create_before_destroy = true
  }
}

# An app of your own, by patterns on one platform and by exact names on another.
resource "netskopesteering_certificate_pinned_app" "field_tool" {
  name = "Field tool"
  windows = {
    match     = "regex"
    processes = ["^FieldTool-[0-9]+\\.exe$"]
  }
  mac_os = { processes = ["FieldTool", "FieldTool Helper"] }
}

# Defined alone, an app changes nothing: an exception says what happens to its traffic.
resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
  custom_app_domains = ["*"]
  windows            = "block"
}

# The app also uses a port that is not steered by itself. [seed]
resource "netskopesteering_non_standard_port" "whatsapp" {
  configuration_id = "0"
  port             = 5222
  domains          = ["whatsapp.com", "whatsapp.net"]
}
