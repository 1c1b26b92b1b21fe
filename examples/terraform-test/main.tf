# Blocks one app on Windows for the users of the default configuration. tests/ tests it without a tenant.
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

variable "name" {
  type = string
}

variable "processes" {
  type = set(string)
}

import {
  to = netskopesteering_default_configuration.default
  id = "0"
}

resource "netskopesteering_default_configuration" "default" {
  lifecycle {
    postcondition {
      condition     = !self.dynamic_steering.enabled && contains(["web", "all"], self.traffic_mode)
      error_message = "The block is written for web or all traffic, without dynamic steering."
    }
  }
}

resource "netskopesteering_certificate_pinned_app" "blocked" {
  name    = var.name
  windows = { processes = var.processes }
}

resource "netskopesteering_certificate_pinned_app_exception" "blocked" {
  configuration_id   = netskopesteering_default_configuration.default.id
  app_id             = netskopesteering_certificate_pinned_app.blocked.id
  custom_app_domains = ["*"]
  windows            = "block"
}
