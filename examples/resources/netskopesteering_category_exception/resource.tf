# Traffic to these categories is not decrypted, and no policy applies to it.
resource "netskopesteering_category_exception" "banking" {
  configuration_id = "0"
  categories       = ["Financial Services", "Health & Nutrition"]
  notes            = "Private matters of employees."
}
