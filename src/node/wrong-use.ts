/**
 * What was asked for cannot be done as it was asked: an unknown option, a file that is not there. Its message is one
 * sentence for whoever typed the command, who gets it on stderr, with exit code 2.
 */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}
