# Stops a plan whose pattern takes a browser along.
locals {
  pattern = "^(WhatsApp|WhatsAppDesktop)\\.exe$"
}

check "browsers_are_not_meant" {
  assert {
    condition     = provider::netskopesteering::process_matches("regex", local.pattern, "chrome.exe") == false
    error_message = "The pattern matches chrome.exe as well."
  }
}
