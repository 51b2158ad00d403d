/* Every sentence the program says, in Dutch, one place: another language is another such file. printf formats, checked
 * by the compiler at each use. Grouped by who says them. */
#ifndef BV_BASE_MESSAGES_H
#define BV_BASE_MESSAGES_H

/* Reading a file */
#define MSG_READ_CANNOT_OPEN "%s: kan het bestand niet lezen: %s"
#define MSG_OUT_OF_MEMORY "bronvast: er is niet genoeg geheugen; er is niets geschreven"

/* Resolving references */
#define MSG_DID_YOU_MEAN "bedoelt u \"%s\"?"
#define MSG_UNKNOWN_PERSON "\"%s\" bij %s staat niet bij de personen op het voorblad"
#define MSG_UNKNOWN_SOURCE "bron \"%s\" staat niet bij de bronnen op het voorblad"
#define MSG_UNKNOWN_REFERENCE "%s bij %s verwijst naar niets: geen bewering en geen onderdeel heet zo"
#define MSG_ID_TWICE "de naam #%s komt vaker voor; een verwijzing kan er dan twee bedoelen"
#define MSG_LABEL_IN_ANSWER "een label heeft geen betekenis in een reactie of in een tekst voor ouders"

/* Exceptions (negeer) */
#define MSG_IGNORE_WITHOUT_REASON "bij negeer=%s staat geen reden"
#define MSG_IGNORE_UNKNOWN_RULE "de regel \"%s\" bij negeer bestaat niet"
#define MSG_IGNORE_NOTHING "negeer=%s onderdrukt hier niets (meer)"
#define MSG_IGNORE_NOTHING_ADVICE "haal %s weg bij negeer"
#define MSG_IGNORE_REASON_ADVICE "voeg reden=\"…\" toe: waarom geldt de regel hier niet?"

#endif
