# The same job without constructs. Address and token come from NETSKOPE_SERVER_URL and NETSKOPE_API_KEY.
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

import {
  to = netskopesteering_default_configuration.default
  id = "0"
}

resource "netskopesteering_default_configuration" "default" {
  lifecycle {
    postcondition {
      condition     = !self.dynamic_steering.enabled && contains(["web", "all"], self.traffic_mode)
      error_message = "In this traffic mode clients do not steer port 5222, or each location has a mode of its own: the block might have no effect."
    }
  }
}

resource "netskopesteering_certificate_pinned_app" "whatsapp" {
  name    = "WhatsApp"
  windows = { processes = ["WhatsApp.exe", "WhatsAppDesktop.exe", "WhatsApp.Root.exe"] }
}

resource "netskopesteering_non_standard_port" "whatsapp" {
  configuration_id = netskopesteering_default_configuration.default.id
  port             = 5222
  domains          = ["whatsapp.com", "whatsapp.net"]
}

resource "netskopesteering_certificate_pinned_app_exception" "whatsapp" {
  configuration_id   = netskopesteering_default_configuration.default.id
  app_id             = netskopesteering_certificate_pinned_app.whatsapp.id
  custom_app_domains = ["*"]
  windows            = "block"
  depends_on         = [netskopesteering_non_standard_port.whatsapp]
}
