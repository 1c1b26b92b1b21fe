/** Every fault on every write of every type: it passes, or a user is told what to do, and nothing is lost or made twice. */
import { isRead } from './support/expectations';
import { describeMatrix } from './support/matrix';

describeMatrix((operation) => !isRead(operation));
