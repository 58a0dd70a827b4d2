/** Who is signed in. When a session expires, `expired` opens the sign-in over the view, whose input stays. */
import { body, http, onSessionExpired } from '../api/client.ts';

const params = { header: { Origin: location.origin } };

interface Person {
  email: string;
  name: string;
}

class Session {
  person = $state.raw<Person | null>(null);
  expired = $state(false);
  #waiting: (() => void)[] = [];

  constructor() {
    onSessionExpired(() => {
      this.expired = true;
      return new Promise((resolve) => this.#waiting.push(resolve));
    });
  }

  async resume(): Promise<void> {
    const answer = http.GET('/v1/admin/session');
    if ((await answer).response.status === 401) return;
    this.person = await body<Person>(answer);
  }

  async signIn(email: string, password: string): Promise<void> {
    this.person = await body<Person>(http.POST('/v1/admin/session', { params, body: { email, password } }));
    this.expired = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  async signOut(): Promise<void> {
    await body(http.DELETE('/v1/admin/session', { params }));
    this.person = null;
  }

  /** Wherever else this account is signed in. */
  async signOutOthers(): Promise<void> {
    await body(http.DELETE('/v1/admin/session/others', { params }));
  }
}

export const session = new Session();
