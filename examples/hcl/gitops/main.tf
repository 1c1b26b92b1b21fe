# What every tenant has in common. What differs is in tenants/TENANT.tfvars, so that most requests change one line there.
terraform {
  required_version = ">= 1.9"
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }

  # Replace it by the place of your states, such as s3 or http, and the option in steering.sh with it.
  backend "local" {}
}

variable "blocked" {
  description = "The blocked apps of the catalogue, by name; each may name its platforms and the notes of its exception."
  type = map(object({
    platforms = optional(set(string))
    notes     = optional(string)
  }))
}

import {
  to = netskopesteering_default_configuration.everyone
  id = "0"
}

resource "netskopesteering_default_configuration" "everyone" {
  lifecycle {
    postcondition {
      condition     = !self.dynamic_steering.enabled && contains(["web", "all"], self.traffic_mode)
      error_message = "In this traffic mode clients do not steer the ports of the blocked apps, or each location has a mode of its own: a block might have no effect."
    }
  }
}

module "blocked" {
  source   = "../modules/block-native-app"
  for_each = var.blocked

  name             = each.key
  configuration_id = netskopesteering_default_configuration.everyone.id
  platforms        = each.value.platforms
  notes            = each.value.notes
}
