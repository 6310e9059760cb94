import { NotifyClient } from 'notifications-node-client';

/** What became of handing a message over: taken with the provider's id, refused for good, or to be tried again. */
export type Handed =
  { readonly kind: 'taken'; readonly id: string } | { readonly kind: 'refused' | 'later'; readonly why: string };

/** Sends texts and e-mails and tells what became of them. */
export interface Notifier {
  send(message: {
    way: 'text' | 'email';
    to: string;
    subject: string;
    body: string;
    reference: string;
  }): Promise<Handed>;
  /** The provider's word for how a message stands; undefined where it could not be asked. */
  status(id: string): Promise<string | undefined>;
}

/** Where GOV.UK Notify is and what it lets us use; both templates hold ((message)) alone, the e-mail ((subject)) as well. */
export interface NotifyAccount {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly textTemplate: string;
  readonly emailTemplate: string;
}

/**
 * GOV.UK Notify through its own client. What it refuses (400, 403) is refused for good; a limit (429), a fault of its own
 * (5xx) or no answer is tried again. Its words are never logged: they may quote an address.
 */
export function govNotify({ baseUrl, apiKey, textTemplate, emailTemplate }: NotifyAccount): Notifier {
  const client = new NotifyClient(baseUrl, apiKey);
  return {
    async send({ way, to, subject, body, reference }) {
      try {
        const { data } = (
          way === 'text'
            ? await client.sendSms(textTemplate, to, { personalisation: { message: body }, reference })
            : await client.sendEmail(emailTemplate, to, { personalisation: { message: body, subject }, reference })
        ) as { data: { id: string } };
        return { kind: 'taken', id: data.id };
      } catch (error) {
        const status = statusOf(error);
        const kind = status === 400 || status === 403 ? 'refused' : 'later';
        return { kind, why: status === undefined ? 'no answer' : `answered ${status}` };
      }
    },
    async status(id) {
      try {
        const { data } = (await client.getNotificationById(id)) as { data: { status: string } };
        return data.status;
      } catch {
        return undefined;
      }
    },
  };
}

function statusOf(error: unknown): number | undefined {
  const { response } = error as { response?: { status?: number } };
  return response?.status;
}
