# Clients in these countries are bypassed.
resource "netskopesteering_source_country_exception" "travel" {
  configuration_id = "0"
  countries        = ["DE", "FR"]
  notes            = "Local law asks for it."
}
