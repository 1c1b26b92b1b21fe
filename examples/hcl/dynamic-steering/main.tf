# Clients steer in the office by one traffic mode and elsewhere by another, and each exception belongs to one location.
terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}

resource "netskopesteering_configuration" "sales" {
  name        = "Sales"
  enabled     = true
  user_groups = ["Sales"]
  dynamic_steering = {
    enabled                   = true
    on_premises_traffic_mode  = "web"
    off_premises_traffic_mode = "all"
  }
}

# A block that shall hold everywhere needs an exception for each location.
module "telegram" {
  source           = "../modules/block-native-app"
  name             = "Telegram"
  configuration_id = netskopesteering_configuration.sales.id
  locations        = ["on_premises", "off_premises"]
}

# A bypass in the office only: elsewhere this traffic is steered like any other.
resource "netskopesteering_domain_exception" "printers" {
  configuration_id = netskopesteering_configuration.sales.id
  location         = "on_premises"
  domains          = ["print.corp.example.com"]
  notes            = "Printers are reached in the office only."
}
