import {
  to = netskopesteering_default_configuration.default
  id = "0"
}
