/* Every sentence the program says, in Dutch, one place: another language is another such file. printf formats, checked
 * by the compiler at each use. Grouped by who says them. */
#ifndef BV_BASE_MESSAGES_H
#define BV_BASE_MESSAGES_H

/* Reading a file */
#define MSG_READ_CANNOT_OPEN "%s: kan het bestand niet lezen: %s"
#define MSG_OUT_OF_MEMORY "bronvast: er is niet genoeg geheugen; er is niets geschreven"

/* YAML: front matter and settings */
#define MSG_YAML_SYNTAX "dit is geen YAML die te lezen is: let op haakjes, komma's, aanhalingstekens en het inspringen"
#define MSG_YAML_CHARACTER "hier staat een teken dat in YAML niet mag"
#define MSG_YAML_ALIAS "verwijzingen met & en * worden hier niet gelezen; schrijf de waarde uit"
#define MSG_YAML_TAG "een type met ! wordt hier niet gelezen; schrijf alleen de waarde"
#define MSG_YAML_KEY "een sleutel is hier één woord, geen lijst of blok"
#define MSG_YAML_DOCUMENTS "hier begint een tweede blok (---); er hoort er maar één te zijn"
#define MSG_YAML_DEEP "dit is dieper genest dan nodig is"

/* XML: kinds of document and drafts */
#define MSG_XML_SYNTAX "geen welgevormde XML"
#define MSG_XML_DTD "een DTD (<!DOCTYPE …>) wordt niet gelezen"
#define MSG_XML_LARGE "te groot of te diep genest"
#define MSG_XML_ELEMENT "het element <%s> hoort hier niet"
#define MSG_XML_MISSING "in <%s> ontbreekt een verplicht element of attribuut, of er staat iets wat er niet hoort"
#define MSG_XML_ATTRIBUTE "het attribuut %s hoort niet bij <%s>"
#define MSG_XML_VALUE "de waarde van %s klopt niet"
#define MSG_XML_SCHEMA "voldoet niet aan %s"

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

/* The command line */
#define MSG_HELP_INTRODUCTION                                                                                        \
  "bronvast controleert rapporten in de jeugdbescherming en maakt er twee versies van:\n"                            \
  "een voor de rechtbank en een in gewone taal voor de ouders.\n"
#define MSG_HELP_MORE "bronvast OPDRACHT --help geeft de opties; bronvast --version de versie."
#define MSG_HELP_STATUS                                                                                              \
  "Afloop: 0 geen bevinding vanaf de drempel; 1 wel; 2 verkeerd gebruik;\n"                                          \
  "3 een bestand is niet te lezen of is geen concept; 4 een hulpprogramma faalde of ontbreekt."
#define MSG_HELP_USAGE "Gebruik:"
#define MSG_HELP_HELP "toon deze hulp"
#define MSG_HELP_CHECK_USAGE "[OPTIE]… BESTAND…"
#define MSG_HELP_CHECK "Controleert concepten en meldt wat er nog aan ontbreekt."
#define MSG_HELP_FORMAT "vorm van de uitvoer; gewoonlijk text"
#define MSG_HELP_AS_OF "meet de ouderdom van informatie op deze dag (2026-11-20)"
#define MSG_HELP_THRESHOLD "fout (gewoonlijk), waarschuwing of advies: vanaf hier is de afloop 1"
#define MSG_TRY_HELP "Probeer: bronvast --help"
#define MSG_TRY_COMMAND_HELP "Probeer: bronvast %s --help"
#define MSG_OPTION_UNKNOWN "de optie %s bestaat hier niet"
#define MSG_OPTION_ARGUMENT "bij de optie %s hoort nog een waarde"
#define MSG_COMMAND_MISSING "er is geen opdracht gegeven"
#define MSG_COMMAND_UNKNOWN "de opdracht \"%s\" bestaat niet"
#define MSG_COMMAND_UNKNOWN_NEAREST "de opdracht \"%s\" bestaat niet; bedoelt u \"%s\"?"
#define MSG_FORMAT_UNKNOWN "de vorm \"%s\" bestaat niet; kies uit: %s"
#define MSG_DATE_WRONG "\"%s\" is geen dag; schrijf bijvoorbeeld 2026-11-20"
#define MSG_THRESHOLD_UNKNOWN "de drempel \"%s\" bestaat niet; kies uit: fout, waarschuwing, advies"
#define MSG_FILE_MISSING "er is geen bestand genoemd; - is de standaardinvoer"
#define MSG_CANNOT_WRITE "kan %s niet schrijven: %s"

/* Findings as text */
#define MSG_TEXT_SUPPRESSED "onderdrukt (%s):"
#define MSG_TEXT_SUPPRESSED_COUNT " (en %zu onderdrukt)"
#define MSG_TEXT_SUGGESTION "voorstel: %s"
#define MSG_TEXT_REASON "reden: %s"
#define MSG_CLAIM_ONE "bewering"
#define MSG_CLAIM_MANY "beweringen"
#define MSG_ERROR_ONE "fout"
#define MSG_ERROR_MANY "fouten"
#define MSG_WARNING_ONE "waarschuwing"
#define MSG_WARNING_MANY "waarschuwingen"
#define MSG_NOTE_ONE "advies"
#define MSG_NOTE_MANY "adviezen"

#endif
