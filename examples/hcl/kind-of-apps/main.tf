# Blocks every remote access tool that the catalogue knows, but for the one with which the help desk works.
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

locals {
  tools = setsubtract(provider::netskopesteering::native_apps("remote access"), ["TeamViewer"])
}

module "remote_access" {
  source   = "../modules/block-native-app"
  for_each = local.tools

  name             = each.key
  configuration_id = "0"
  notes            = "Help desk works with TeamViewer only."
}

output "blocked" {
  description = "Each blocked app with its platforms. A newer provider may know more apps: the first plan after an update shows them."
  value       = { for name, app in module.remote_access : name => app.platforms }
}
