const NAME = 'SetupProblem';

/** An error in how this machine or its settings are arranged, which the person starting Superpractice can put right. */
export function setupProblem(message: string): Error {
  const error = new Error(message);
  error.name = NAME;
  return error;
}

/** Whether an error is for the person at the terminal, to be shown as its message alone, without a stack trace. */
export function isSetupProblem(error: unknown): error is Error {
  return error instanceof Error && error.name === NAME;
}
