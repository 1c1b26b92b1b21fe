variable "name" {
  description = "Name of the app in the catalogue, such as Telegram. Case counts."
  type        = string
  nullable    = false
}

variable "configuration_id" {
  description = "Id of the configuration whose users are blocked; 0 is the default configuration."
  type        = string
  nullable    = false
}

variable "platforms" {
  description = "Platforms on which the app is blocked. Default: every platform on which an executable of it is known."
  type        = set(string)
  default     = null

  validation {
    condition = var.platforms == null ? true : length(var.platforms) > 0 && length(setsubtract(
      var.platforms, ["windows", "mac_os", "linux", "ios", "android", "chrome_os"]
    )) == 0
    error_message = "Name at least one of windows, mac_os, linux, ios, android and chrome_os, or leave platforms out."
  }

  validation {
    condition = var.platforms == null ? true : alltrue([
      for platform in var.platforms :
      length(lookup(var.processes, platform, lookup(provider::netskopesteering::native_app(var.name), platform, ["?"]))) > 0
    ])
    error_message = "No executable of ${var.name} is known on one of these platforms. Give its names in processes, or leave the platform out."
  }
}

variable "processes" {
  description = "Executables by platform, in place of those that the catalogue knows there, such as { windows = [\"Telegram.exe\"] }."
  type        = map(set(string))
  default     = {}
  nullable    = false

  validation {
    condition = length(setsubtract(
      keys(var.processes), ["windows", "mac_os", "linux", "ios", "android", "chrome_os"]
    )) == 0
    error_message = "The keys of processes are platforms: windows, mac_os, linux, ios, android and chrome_os."
  }

  validation {
    condition     = length(var.processes) == 0 || var.app == null && !try(provider::netskopesteering::native_app(var.name).predefined, false)
    error_message = "${var.name} is defined already, by app or because tenants have it, so processes would have no effect. Leave processes out, or define an app of another name and give it as app."
  }
}

variable "ports" {
  description = "TCP ports to steer, in place of those that the catalogue knows. 80 and 443 are steered anyway and are skipped."
  type        = set(string)
  default     = null
}

variable "domains" {
  description = "Domains for which the ports are steered, in place of those that the catalogue knows."
  type        = set(string)
  default     = null
}

variable "custom_app_domains" {
  description = "Custom app domains of the exception. Block ignores them, as third parties report; the article that this project follows writes \"*\"."
  type        = set(string)
  default     = ["*"]
}

variable "locations" {
  description = "With dynamic steering, where the block holds: on_premises, off_premises or both. Without it, leave it out."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(setsubtract(var.locations, ["on_premises", "off_premises"])) == 0
    error_message = "A location is on_premises or off_premises."
  }
}

variable "notes" {
  description = "Notes that administrators see beside the exception. Default: none."
  type        = string
  default     = null
}

variable "app" {
  description = "The app where it is defined already: output app of another call of this module, or a resource. A tenant has one definition of an app, so the second configuration that blocks it takes that of the first. Default: the module defines the app, or looks it up where tenants have it already."
  type        = object({ id = string })
  default     = null
}
