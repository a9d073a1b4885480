import type { Language } from "../catalogue";

const de = {
  /** How dates are written. */
  locale: "de",
  stored: (n: number) => `Gespeichert ${n === 1 ? "ist 1 Nachricht" : `sind ${n} Nachrichten`} dieser Unterhaltung mit Zeit und Sprache, unter einer zufälligen Kennung ohne Ihren Namen. Der Schlüssel dazu liegt in diesem Browser, bis Sie die Unterhaltung beenden.`,
  until: (day: string, then: string) => `Wenn Sie nichts mehr schreiben, wird das bis zum ${day} aufbewahrt und danach ${then === "anonymise" ? "der Text gelöscht; nur Zahlen bleiben" : "alles gelöscht"}.`,
  untilLifted: "Das wird aufbewahrt, bis Sie die Einschränkung aufheben oder alles löschen.",
  /** model is empty for the server itself. */
  by: (model: string, some: boolean) => `${some ? "Einen Teil der Antworten gab" : "Geantwortet hat"} ${model ? "das Sprachmodell " + model : "dieser Server, ohne Sprachmodell"}.`,
  text: "Als Text herunterladen",
  use: "Verarbeitung",
  noModel: "Kein Sprachmodell für diese Unterhaltung",
  noModelText: "Antworten bestehen dann aus Textstellen, die dieser Server selbst heraussucht. Nichts aus dieser Unterhaltung geht an ein Sprachmodell.",
  restricted: "Verarbeitung einschränken",
  restrictedText: "Was von der Unterhaltung gespeichert ist, bleibt für Sie erhalten, wird aber weder ausgewertet noch dem Betreiber angezeigt noch für weitere Antworten verwendet. Auch dann antwortet kein Sprachmodell.",
  on: (what: string) => `${what}: eingeschaltet.`,
  off: (what: string) => `${what}: ausgeschaltet.`,
  notWished: "Das wurde nicht gespeichert. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  hurried: "Das wurde nicht gespeichert: Es waren zu viele Änderungen auf einmal. Bitte versuchen Sie es in einer Minute noch einmal.",
  contact: "Ihre Kontaktdaten (freiwillig)",
  contactText: "Damit der Betreiber Sie erreichen kann. Die Daten werden getrennt von den Nachrichten gespeichert und nie an ein Sprachmodell gesendet.",
  name: "Name",
  email: "E-Mail-Adresse",
  phone: "Telefonnummer",
  save: "Speichern",
  saved: "Ihre Kontaktdaten wurden gespeichert.",
  remove: "Kontaktdaten löschen",
  removed: "Ihre Kontaktdaten wurden gelöscht.",
  wrong: {
    contact_name: "Der Name darf höchstens 200 Zeichen haben.",
    contact_email: "Bitte geben Sie die E-Mail-Adresse in der Form name@beispiel.de an.",
    contact_phone: "Bitte geben Sie die Telefonnummer mit 5 bis 15 Ziffern an.",
    contact_empty: "Bitte füllen Sie mindestens ein Feld aus.",
  } as Record<string, string>,
};

/** What every language of the data sheet has; a missing or superfluous key does not compile. */
export type Words = typeof de;

const en: Words = {
  locale: "en-GB", // as in the panel's catalogue
  stored: (n) => `${n === 1 ? "1 message of this conversation is" : n + " messages of this conversation are"} stored with time and language, under a random id without your name. The key to them stays in this browser until you end the conversation.`,
  until: (day, then) => `They are kept until ${day} if you write nothing more. Then ${then === "anonymise" ? "the text is deleted and only counts stay" : "everything is deleted"}.`,
  untilLifted: "They are kept until you lift the restriction or delete everything.",
  by: (model, some) => `${model ? "The language model " + model : "This server, without a language model,"} ${some ? "gave some of the answers" : "answered"}.`,
  text: "Download as text",
  use: "Processing",
  noModel: "No language model for this conversation",
  noModelText: "Answers then consist of passages that this server finds by itself. Nothing of this conversation goes to a language model.",
  restricted: "Restrict processing",
  restrictedText: "What is stored of the conversation is kept for you, but is neither evaluated nor shown to the operator nor used for further answers. No language model answers then either.",
  on: (what) => `${what}: switched on.`,
  off: (what) => `${what}: switched off.`,
  notWished: "This was not saved. Please check your connection and try again.",
  hurried: "This was not saved: these are too many changes at the moment. Please try again in a minute.",
  contact: "Your contact data (optional)",
  contactText: "For the operator to reach you. It is stored apart from the messages and never sent to a language model.",
  name: "Name",
  email: "E-mail address",
  phone: "Phone number",
  save: "Save",
  saved: "Your contact data has been saved.",
  remove: "Delete contact data",
  removed: "Your contact data has been deleted.",
  wrong: {
    contact_name: "Please shorten the name to at most 200 characters.",
    contact_email: "Please give the e-mail address in the form name@example.org.",
    contact_phone: "Please give the phone number with 5 to 15 digits.",
    contact_empty: "Please fill in at least one field.",
  },
};

export const words: Record<Language, Words> = { de, en };
