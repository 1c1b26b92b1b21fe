resource "netskopesteering_configuration" "engineering" {
  name         = "Engineering"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Engineering", "Contractors"]
}
