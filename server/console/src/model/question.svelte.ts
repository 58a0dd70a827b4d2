/** A question that needs an answer before something goes on. `ask` resolves to the choice, or null for "leave it". */
export interface Question {
  title: string;
  text: string;
  choices: { id: string; label: string; tone?: 'primary' | 'danger' }[];
  cancel: string;
}

class Questions {
  open = $state.raw<Question | null>(null);
  #answer: (choice: string | null) => void = () => {};

  ask(question: Question): Promise<string | null> {
    // Only one at a time: who asks again leaves the first one.
    this.#answer(null);
    this.open = question;
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  answer(choice: string | null): void {
    this.open = null;
    this.#answer(choice);
  }
}

export const questions = new Questions();
