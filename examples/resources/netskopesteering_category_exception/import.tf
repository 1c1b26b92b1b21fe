import {
  to = netskopesteering_category_exception.banking
  id = "0/13"
}
