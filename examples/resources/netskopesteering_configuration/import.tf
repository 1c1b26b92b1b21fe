import {
  to = netskopesteering_configuration.engineering
  id = "3"
}
