// Inputs of 1 MB made to be slow, natively; the slowest of each part.
import { runNative } from './native-core.mjs';

runNative('hostile');
