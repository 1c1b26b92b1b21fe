# Blocks one app of the catalogue for the users of one configuration, as the construct BlockNativeApp does: it defines the
# app, steers its ports for its domains, and adds the Block exception last, so that whoever sees the exception can rely on it.
terraform {
  required_version = ">= 1.9"
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

locals {
  known     = provider::netskopesteering::native_app(var.name)
  all       = ["windows", "mac_os", "linux", "ios", "android", "chrome_os"]
  processes = { for platform in local.all : platform => lookup(var.processes, platform, local.known[platform]) }
  platforms = var.platforms == null ? toset([for platform in local.all : platform if length(local.processes[platform]) > 0]) : var.platforms
  ports     = var.ports == null ? local.known.ports : setsubtract(var.ports, ["80", "443"])
  domains   = var.domains == null ? toset(local.known.domains) : var.domains

  # A tenant has one definition of an app: it is made here, unless the tenant has it already or the caller gives it.
  makes    = var.app == null && !local.known.predefined
  looks_up = var.app == null && local.known.predefined

  # On-premises comes first, where the exception has both locations.
  locations = [for location in ["on_premises", "off_premises"] : location if contains(var.locations, location)]
}

data "netskopesteering_certificate_pinned_app" "this" {
  count = local.looks_up ? 1 : 0
  name  = local.known.name
}

resource "netskopesteering_certificate_pinned_app" "this" {
  count     = local.makes ? 1 : 0
  name      = local.known.name
  windows   = contains(local.platforms, "windows") ? { processes = local.processes.windows } : null
  mac_os    = contains(local.platforms, "mac_os") ? { processes = local.processes.mac_os } : null
  linux     = contains(local.platforms, "linux") ? { processes = local.processes.linux } : null
  ios       = contains(local.platforms, "ios") ? { processes = local.processes.ios } : null
  android   = contains(local.platforms, "android") ? { processes = local.processes.android } : null
  chrome_os = contains(local.platforms, "chrome_os") ? { processes = local.processes.chrome_os } : null

  # An exception that turns to another app does so before this one is deleted.
  lifecycle {
    create_before_destroy = true
  }
}

resource "netskopesteering_non_standard_port" "this" {
  for_each         = local.ports
  configuration_id = var.configuration_id
  port             = each.value
  domains          = local.domains

  lifecycle {
    precondition {
      condition     = length(local.domains) > 0
      error_message = "No domains of ${var.name} are known, to steer port ${each.value} for, and an entry without domains steers the port for every app. Give them in domains."
    }
  }
}

# The app is referred to without a local value, because a plan does not keep what those refer to, and a review follows it.
resource "netskopesteering_certificate_pinned_app_exception" "this" {
  configuration_id = var.configuration_id
  app_id = one(concat(
    netskopesteering_certificate_pinned_app.this[*].id,
    data.netskopesteering_certificate_pinned_app.this[*].id,
    var.app[*].id,
  ))
  location           = one(slice(local.locations, 0, min(1, length(local.locations))))
  custom_app_domains = var.custom_app_domains
  windows            = contains(local.platforms, "windows") ? "block" : null
  mac_os             = contains(local.platforms, "mac_os") ? "block" : null
  linux              = contains(local.platforms, "linux") ? "block" : null
  ios                = contains(local.platforms, "ios") ? "block" : null
  android            = contains(local.platforms, "android") ? "block" : null
  chrome_os          = contains(local.platforms, "chrome_os") ? "block" : null
  notes              = var.notes
  depends_on         = [netskopesteering_non_standard_port.this]
}

# It waits for the first one: when dynamic steering is turned on, that one moves to its location before this one is made.
resource "netskopesteering_certificate_pinned_app_exception" "other_location" {
  count            = length(local.locations) == 2 ? 1 : 0
  configuration_id = var.configuration_id
  app_id = one(concat(
    netskopesteering_certificate_pinned_app.this[*].id,
    data.netskopesteering_certificate_pinned_app.this[*].id,
    var.app[*].id,
  ))
  location           = local.locations[1]
  custom_app_domains = var.custom_app_domains
  windows            = contains(local.platforms, "windows") ? "block" : null
  mac_os             = contains(local.platforms, "mac_os") ? "block" : null
  linux              = contains(local.platforms, "linux") ? "block" : null
  ios                = contains(local.platforms, "ios") ? "block" : null
  android            = contains(local.platforms, "android") ? "block" : null
  chrome_os          = contains(local.platforms, "chrome_os") ? "block" : null
  notes              = var.notes
  depends_on         = [netskopesteering_certificate_pinned_app_exception.this]
}
