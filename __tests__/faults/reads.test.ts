/** Every fault on every read of every type: it passes, or a user is told what to do, and nothing is taken for gone. */
import { isRead } from './support/expectations';
import { describeMatrix } from './support/matrix';

describeMatrix(isRead);
