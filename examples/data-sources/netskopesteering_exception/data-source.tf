data "netskopesteering_exception" "by_hand" {
  id = "0/exc-5"
}

output "notes" {
  value = data.netskopesteering_exception.by_hand.notes
}
