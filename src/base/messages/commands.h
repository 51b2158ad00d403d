/* What the commands say: options, many drafts, forms, the editor, the monitor. Part of base/messages.h. */
#ifndef BV_BASE_MESSAGES_COMMANDS_H
#define BV_BASE_MESSAGES_COMMANDS_H

/* The command line */
#define MSG_HELP_INTRODUCTION                                                                                        \
  "bronvast controleert rapporten in de jeugdbescherming en maakt er twee versies van:\n"                            \
  "een voor de rechtbank en een in gewone taal voor de ouders.\n"
#define MSG_HELP_MORE "bronvast OPDRACHT --help geeft de opties; bronvast --version de versie."
#define MSG_HELP_STATUS                                                                                              \
  "Afloop: 0 geen bevinding vanaf de drempel; 1 wel; 2 verkeerd gebruik;\n"                                          \
  "3 een bestand is niet te lezen of is geen concept; 4 een hulpprogramma of het woordenboek\n"                       \
  "ontbreekt of faalde, of het nakijken van een bestand is afgebroken."
#define MSG_HELP_USAGE "Gebruik:"
#define MSG_HELP_HELP "toon deze hulp"
#define MSG_HELP_CHECK_USAGE "[OPTIE]… [BESTAND|MAP]…"
#define MSG_HELP_CHECK "Controleert concepten en meldt wat er nog aan ontbreekt."
#define MSG_HELP_FORMAT "vorm van de uitvoer: text (gewoonlijk), json, jsonl, sarif, junit, …"
#define MSG_HELP_AS_OF "meet de ouderdom van informatie op deze dag (2026-11-20)"
#define MSG_HELP_THRESHOLD "fout (gewoonlijk), waarschuwing of advies: vanaf hier is de afloop 1"
#define MSG_HELP_CONFIG "instellingen; anders bronvast.yaml in de map van het concept of erboven"
#define MSG_HELP_KIND "een soort document erbij, of in plaats van een van ons"
#define MSG_HELP_WORDS "eigen woordenlijst: woorden die goed zijn, een per regel"
#define MSG_HELP_SUGGEST "doe voorstellen voor onbekende woorden (dat duurt langer)"
#define MSG_HELP_SHOW_CONFIG "toon welke instellingen gelden en waar ze vandaan komen"
#define MSG_HELP_EXPLAIN_USAGE "[OPTIE]… [REGEL]…"
#define MSG_HELP_EXPLAIN "Legt uit wat een regel vraagt, met norm en voorbeelden; zonder regel de lijst."
#define MSG_HELP_EXPLAIN_TO "text (gewoonlijk) of html: alle regels en normen op één bladzijde"
#define MSG_HELP_NORMS "de normen: welke regels erop rusten en wat geen regel kan nagaan"
#define MSG_HELP_OUTPUT "schrijf hierheen; gewoonlijk - (de standaarduitvoer)"
#define MSG_RULE_UNKNOWN "de regel \"%s\" bestaat niet"
#define MSG_RULE_UNKNOWN_NEAREST "de regel \"%s\" bestaat niet; bedoelt u \"%s\"?"
#define MSG_HELP_CONVERT_USAGE "--to md|xml [-o BESTAND] BESTAND"
#define MSG_HELP_CONVERT "Zet een concept over van de ene notatie in de andere, zonder verlies."
#define MSG_HELP_CONVERT_TO "de notatie die eruit komt: md (Markdown) of xml"
#define MSG_CONVERT_TO_MISSING "zeg waarheen: --to md of --to xml"
#define MSG_CONVERT_FAULTS                                                                                            \
  "herstel eerst wat hierboven staat; %s kan dat niet zo overnemen, en er is niets geschreven"
#define MSG_CONVERT_REMARKS "opmerkingen (# … op het voorblad, of <!-- … -->) zijn niet meegegaan; de rest wel"
#define MSG_CONVERT_IMPOSSIBLE                                                                                        \
  "in dit concept staat iets wat in %s niet precies zo kan staan; er is niets geschreven"
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

/* Many drafts in one call, and what is new since a former result */
#define MSG_HELP_FILES_FROM "lees de namen van bestanden en mappen uit dit bestand (-: standaardinvoer), een per regel"
#define MSG_HELP_NULL "in --files-from staat achter elke naam een nulteken (find -print0)"
#define MSG_HELP_JOBS "zoveel concepten tegelijk; gewoonlijk het aantal processoren"
#define MSG_HELP_BASELINE "vergelijk met deze eerdere uitkomst (json of jsonl): alleen wat nieuw is telt voor de afloop"
#define MSG_HELP_WATCH "kijk opnieuw na zodra een concept verandert, tot u stopt (Ctrl-C)"
#define MSG_NULL_WITHOUT_LIST "--null hoort bij --files-from"
#define MSG_JOBS_WRONG "\"%s\" is geen aantal van 1 tot en met %d"
#define MSG_WATCH_STANDARD_INPUT "--watch kijkt naar bestanden; de standaardinvoer verandert niet"
#define MSG_WATCH_FAILED "kan de mappen niet volgen: %s"
#define MSG_WATCH_WAITING "Wacht op een wijziging; stop met Ctrl-C."
#define MSG_FOLDER_EMPTY "in deze map staat geen concept (een .md of .xml dat begint zoals een concept)"
#define MSG_LIST_AND_DRAFT "de standaardinvoer is de lijst met namen, en kan niet ook een concept zijn"
#define MSG_OUTPUT_IS_DRAFT "%s is een van de concepten; schrijf de uitkomst naar een ander bestand"
#define MSG_OUTPUT_IS_INPUT "%s is wat u laat lezen; schrijf de uitkomst naar een ander bestand"
#define MSG_BASELINE_WRONG "dit is geen uitkomst van bronvast check --format json of jsonl"
#define MSG_HELP_TIME_LIMIT "zoveel seconden rekentijd voor een concept; gewoonlijk 60"
#define MSG_TIME_WRONG "\"%s\" is geen aantal seconden van 1 tot en met %d"
#define MSG_WORKER_TIME                                                                                                \
  "het nakijken kost meer dan %u seconden rekentijd en is gestopt; geef meer tijd met --time-limit, of maak het bestand kleiner"
#define MSG_WORKER_ENDED "het nakijken van dit bestand is afgebroken (signaal %d); kijk het opnieuw na"
#define MSG_WORKER_STOPPED "het nakijken van dit bestand is afgebroken; kijk het opnieuw na"
#define MSG_WORKER_MEMORY "er is niet genoeg geheugen om dit bestand na te kijken"
#define MSG_INTERRUPTED "niet nagekeken: de opdracht is onderbroken"
#define MSG_INTERRUPTED_COUNT "bronvast: onderbroken; %zu van %zu bestanden zijn niet nagekeken"
#define MSG_PROGRESS "%zu van %zu, nog %ld:%02ld  "
#define MSG_CANNOT_WRITE "kan %s niet schrijven: %s"

/* What the program gives up before it reads a draft */
#define MSG_HELP_NO_SANDBOX "lees zonder afscherming, op een systeem waar die niet kan"
#define MSG_SANDBOX_OFF                                                                                               \
  "bronvast: zonder afscherming (--no-sandbox); het programma kan bij alles waar u bij kunt"
#define MSG_SANDBOX_LESS "bronvast: minder afscherming, want dit systeem heeft %s niet (zie man bronvast, AFSCHERMING)"
#define MSG_DRAFT_REPLACED "dit bestand is tijdens het nakijken opnieuw bewaard; kijk het nog eens na"
#define MSG_SANDBOX_FILES "Landlock"
#define MSG_SANDBOX_CALLS "seccomp"
#define MSG_SANDBOX_BOTH "Landlock en seccomp"

/* A filled-in reaction form, and react */
#define MSG_HELP_REACT_USAGE "--from FORMULIER [OPTIE]… BESTAND"
#define MSG_HELP_REACT "Zet een ingevuld reactieformulier in een concept: elke reactie bij haar punt."
#define MSG_HELP_REACT_FROM "het ingevulde formulier, zoals de versie voor ouders het bewaart"
#define MSG_HELP_REACT_SENT "het concept zoals het is verstuurd, als er daarna iets is veranderd"
#define MSG_HELP_REACT_READER "van wie het formulier is, als dat er niet in staat (de id van het voorblad)"
#define MSG_REACT_FROM_MISSING "zeg welk formulier: --from BESTAND"
#define MSG_REACT_TWO_INPUTS "maar een van de bestanden kan de standaardinvoer zijn"
#define MSG_FORM_WRONG "dit is geen ingevuld reactieformulier, of het is beschadigd of veranderd: %s"
#define MSG_FORM_NEWER "\"bronvast-reactie\" is niet 1: dit is van een andere versie van bronvast"
#define MSG_FORM_POINT "er staat een nummer van een punt dat er geen is"
#define MSG_FORM_CHOICE "een antwoord is niet eens, niet-eens of niet-compleet"
#define MSG_FORM_EMPTY_ANSWER "bij punt %s staat geen antwoord en geen tekst"
#define MSG_FORM_EMPTY "er is niets ingevuld"
#define MSG_FORM_DATE "de datum is geen dag van de kalender, zoals 2026-11-25"
#define MSG_FORM_LONG "\"%s\" is te lang"
#define MSG_FORM_MANY "er staan te veel antwoorden in"
#define MSG_REACT_AGREE "Eens."
#define MSG_REACT_DISAGREE "Niet eens."
#define MSG_REACT_INCOMPLETE "Niet compleet."
#define MSG_REACT_OTHER_REFERENCE "dit formulier hoort bij kenmerk %s en het concept heeft kenmerk %s"
#define MSG_REACT_OTHER_DRAFT                                                                                         \
  "dit formulier hoort bij een ander concept; is het concept na het versturen veranderd, geef dan met --sent het "    \
  "concept zoals het is verstuurd"
#define MSG_REACT_OTHER_SENT "dit formulier hoort niet bij het concept dat met --sent is gegeven"
#define MSG_REACT_NOBODY "in het formulier staat niet van wie het is; zeg dat met --reader"
#define MSG_REACT_OTHER_READER "dit formulier is van %s en niet van %s"
#define MSG_REACT_NO_POINT "punt %s bestaat niet in dit concept"
#define MSG_REACT_NO_PART "deel %s bestaat niet in dit concept"
#define MSG_REACT_NOT_SHOWN "punt %s staat niet in de versie van %s"
#define MSG_REACT_CHANGED "punt %s is na het versturen veranderd of weggehaald; zet deze reactie er zelf in"
#define MSG_REACT_POINT_TWICE "punt %s staat er twee keer in"
#define MSG_REACT_TWICE "er staat al een reactie van %s van %s bij punt %s"
#define MSG_REACT_BYTES "in dit concept staan bytes of tekens die niet te lezen zijn; herstel die eerst (bronvast check)"
#define MSG_REACT_IMPOSSIBLE                                                                                          \
  "de reacties zijn hier niet in te zetten zonder iets anders te veranderen; er is niets geschreven. Geef de "         \
  "beweringen waar het om gaat zelf een naam (#naam) en probeer het opnieuw"
#define MSG_REACT_DONE "%s, %s: %zu %s in het concept gezet; geef elk een besluit."
#define MSG_REACT_FILLED_IN "%s, %s, ingevuld door %s: %zu %s in het concept gezet; geef elk een besluit."
#define MSG_REACT_GENERAL "Wat bij geen punt hoort, staat onderaan en heeft nog geen op=."
#define MSG_REACTION_ONE "reactie"
#define MSG_REACTION_MANY "reacties"

/* Editors (lsp) */
#define MSG_HELP_LSP_USAGE "[OPTIE]…"
#define MSG_HELP_LSP "Helpt in een editor terwijl u schrijft (LSP, over de standaardin- en uitvoer)."
#define MSG_HELP_LSP_STDIO "zoals zonder deze optie: sommige editors geven haar mee"
#define MSG_LSP_OPERAND "bij deze opdracht hoort geen bestand: \"%s\""
#define MSG_LSP_TERMINAL "bronvast lsp wacht op een editor; de handleiding zegt hoe u die instelt (Ctrl-C stopt)"
#define MSG_LSP_BROKEN "bronvast lsp: dit is geen bericht van een editor; de verbinding is gesloten"
#define MSG_LSP_UNREADABLE "bronvast lsp: er is niets meer te lezen van de editor: %s"
#define MSG_LSP_MESSAGE_TOO_LARGE "een bericht van de editor is groter dan 64 MB, en is overgeslagen"
#define MSG_LSP_NO_JSON "dit bericht is geen JSON"
#define MSG_LSP_NO_REQUEST "dit bericht is geen opdracht"
#define MSG_LSP_NOT_INITIALIZED "de verbinding is nog niet begonnen met initialize"
#define MSG_LSP_SHUT_DOWN "de verbinding is met shutdown afgesloten"
#define MSG_LSP_TWICE "initialize is al gedaan"
#define MSG_LSP_METHOD_UNKNOWN "de opdracht \"%s\" kent bronvast niet"
#define MSG_LSP_PARAMETERS "de gegevens bij deze opdracht kloppen niet"
#define MSG_LSP_NOT_OPEN "dit document is niet geopend"
#define MSG_LSP_TEXT_LOST "de tekst van %s is niet meer te volgen; sluit het document en open het opnieuw"
#define MSG_LSP_SETTINGS_WRONG                                                                                       \
  "de instellingen bij %s kloppen niet; tot dan gelden die van bronvast. \"bronvast check\" zegt wat er niet klopt"
#define MSG_LSP_DIAGNOSTIC "%s [%s]"
#define MSG_LSP_DIAGNOSTIC_ADVICE "%s [%s]\nvoorstel: %s"
#define MSG_LSP_ADVICE "Voorstel:"
#define MSG_LSP_SUPPRESSED "Onderdrukt:"
#define MSG_LSP_AUTHOR "de opsteller"
#define MSG_LSP_CONVERSATION "gesprek met %s"
#define MSG_LSP_SOURCE "bron %u: %s"
#define MSG_LSP_NO_SOURCE "zonder bron"
#define MSG_LSP_WITH_AUTHORITY "ouder met gezag"
#define MSG_LSP_WITHOUT_AUTHORITY "ouder zonder gezag"
#define MSG_LSP_FACT "feit"
#define MSG_LSP_OPINION "mening"
#define MSG_LSP_HEARSAY "van horen zeggen"
#define MSG_LSP_CLAIM "Bewering %s"
#define MSG_LSP_WITH_DIAGNOSIS ", met een diagnose"
#define MSG_LSP_AGE "%s, %s voor het rapport"
#define MSG_LSP_FROM "van: "
#define MSG_LSP_ABOUT "over: "
#define MSG_LSP_WITHHELD "niet voor: "
#define MSG_LSP_PART_UNTITLED "zonder titel"
#define MSG_LSP_PLACE_NAME "de naam van dit deel: #%s"
#define MSG_LSP_FIX_FACT "Maak er een feit van"
#define MSG_LSP_FIX_OPINION "Maak er een mening van"
#define MSG_LSP_FIX_OWN_OPINION "Maak er uw eigen mening van (bron=opsteller)"
#define MSG_LSP_FIX_HEARSAY "Maak er horen zeggen van"
#define MSG_LSP_FIX_DIAGNOSIS "Maak er een diagnose van die is bevestigd"
#define MSG_LSP_FIX_TOLD_DIAGNOSIS "Maak er een diagnose van die niet is bevestigd"
#define MSG_LSP_FIX_ADD "Voeg %s toe"
#define MSG_LSP_FIX_WORD "Verander in \"%s\""
#define MSG_LSP_FIX_DECLARE "Zet bron \"%s\" op het voorblad"
#define MSG_LSP_FIX_EXCEPTION "Negeer %s hier, met een reden"

/* The monitor */
#define MSG_HELP_MONITOR_USAGE "[OPTIE]… RESULTATEN…"
#define MSG_HELP_MONITOR "Telt veel resultaten, zonder namen, naast de cijfers van de inspectie uit 2022."
#define MSG_HELP_MONITOR_FORMAT "vorm van de uitvoer: html (gewoonlijk), csv of json"
#define MSG_HELP_MONITOR_PERIOD "waarover wordt geteld: kwartaal (gewoonlijk) of jaar"
#define MSG_MONITOR_NO_FILE "er is geen bestand met resultaten genoemd; - is de standaardinvoer"
#define MSG_MONITOR_PERIOD_UNKNOWN "de periode \"%s\" bestaat niet; kies uit: kwartaal, jaar"
#define MSG_MONITOR_NO_JSON "deze regel is geen JSON"
#define MSG_MONITOR_NO_RESULT "deze regel is geen resultaat van bronvast check --format jsonl"
#define MSG_MONITOR_MANY_CELLS "er zijn te veel verschillende organisaties en perioden; deze regel telt niet mee"
#define MSG_MONITOR_LONG_LINE "deze regel is langer dan 64 MB; dat is geen resultaat van één rapport"
#define MSG_MONITOR_LINE "%s:%zu: %s"
#define MSG_MONITOR_MORE "%s: nog meer regels zijn niet te lezen; alleen de eerste %d staan hier"
#define MSG_MONITOR_SUMMARY                                                                                          \
  "%zu rapporten gelezen, %zu daarvan in het overzicht; %zu zonder datum; %zu bestanden die check niet kon lezen; "  \
  "%zu regels die niet te lezen zijn"
#define MSG_MONITOR_RAAD "Raad voor de Kinderbescherming"
#define MSG_MONITOR_GI "Gecertificeerde instellingen"
#define MSG_MONITOR_ALL "Alle organisaties"
#define MSG_MONITOR_UNNAMED "organisatie niet genoemd"
#define MSG_MONITOR_QUARTER "%de kwartaal %d"
#define MSG_MONITOR_SEPARATED "Feiten en meningen helemaal gescheiden"
#define MSG_MONITOR_SEPARATED_DEFINITION                                                                             \
  "Het deel van de rapporten zonder open fout of waarschuwing van een regel die met label/ begint."
#define MSG_MONITOR_SEPARATED_DIFFERENCE                                                                             \
  "De inspectie las elk rapport zelf, en vond het niet volledig op orde als feiten en meningen er ten minste één "   \
  "keer niet duidelijk gescheiden waren. bronvast kijkt naar de labels en naar woorden. Het telt ook een mening "    \
  "zonder houder mee, en ziet een feit dat eigenlijk een mening is alleen aan de woorden."
#define MSG_MONITOR_UNSOURCED "Rapporten met een diagnose zonder bron"
#define MSG_MONITOR_UNSOURCED_DEFINITION                                                                             \
  "Van de rapporten waarin een diagnose wordt genoemd: het deel waarin bij ten minste één diagnose niet staat wie "  \
  "haar stelde en wanneer (diagnose/ongelabeld, diagnose/herkomst of diagnose/keten)."
#define MSG_MONITOR_UNSOURCED_DIFFERENCE                                                                             \
  "De inspectie schrijft dat de bron bij de Raad in 47% van de casussen ontbrak; zij zegt niet of casussen zonder "  \
  "diagnose daarbij meetellen. Voor de gecertificeerde instellingen gaf zij een ander cijfer, dat hieronder staat. " \
  "Voor bronvast hoort ook de datum bij de bron."
#define MSG_MONITOR_DIAGNOSES "Diagnoses zonder bron"
#define MSG_MONITOR_DIAGNOSES_DEFINITION                                                                             \
  "Van alle genoemde diagnoses: het deel waarbij niet staat wie haar stelde en wanneer. Elke vermelding telt."
#define MSG_MONITOR_DIAGNOSES_DIFFERENCE                                                                             \
  "De inspectie telde bij de gecertificeerde instellingen de genoemde diagnoses: bij 70% was de bron niet vermeld. " \
  "Of zij dezelfde diagnose één keer of vaker telde, staat er niet bij. Voor bronvast hoort ook de datum bij de "    \
  "bron."
#define MSG_MONITOR_HEARD "Mening van ouders en kind over het rapport"
#define MSG_MONITOR_HEARD_DEFINITION                                                                                 \
  "Het deel van de rapporten met ten minste één reactie, waarin niemand met gezag en geen kind van twaalf of ouder " \
  "zonder reactie of reden is gebleven (wederhoor/ontbreekt)."
#define MSG_MONITOR_HEARD_DIFFERENCE                                                                                 \
  "De inspectie zocht de mening van ouders en jeugdigen over de rapportage in het hele dossier. bronvast ziet "      \
  "alleen het rapport."
#define MSG_MONITOR_TITLE "Monitor van rapporten"
#define MSG_MONITOR_INTRODUCTION                                                                                     \
  "Dit overzicht telt wat bronvast in rapporten vond, naast de cijfers die de Inspectie Gezondheidszorg en Jeugd "   \
  "in 2022 gaf (Kwaliteit van feitenonderzoek rond de aanvraag van machtigingen voor uithuisplaatsingen, "           \
  "paragraaf 5.2). Er staan geen namen van personen, bestanden of zaken in."
#define MSG_MONITOR_LIMITS                                                                                           \
  "De cijfers zijn niet zonder meer te vergelijken. De inspectie koos 45 uithuisplaatsingen uit 2021 en las de "     \
  "dossiers: 45 van gecertificeerde instellingen en 39 van de Raad. Hier staan de rapporten die zijn nagekeken, ook " \
  "zonder uithuisplaatsing, en zoals zij op dat moment waren. Wat bronvast niet kan zien, telt niet mee. Elke "      \
  "organisatie die niet de Raad is, staat naast het cijfer van de gecertificeerde instellingen."
#define MSG_MONITOR_LEAST                                                                                            \
  "Minder dan vijf rapporten van een organisatie in een periode staan er niet in. Zij tellen ook niet mee in de "    \
  "totalen, zodat zij niet zijn terug te rekenen."
#define MSG_MONITOR_REPORTS "Rapporten in dit overzicht: %zu."
#define MSG_MONITOR_WRONG_LINES "Regels die niet te lezen waren en niet meetellen: %zu."
#define MSG_MONITOR_NOTHING "Geen organisatie heeft in een periode vijf rapporten of meer. Er is niets te tonen."
#define MSG_MONITOR_BRIEF "In het kort"
#define MSG_MONITOR_BRIEF_CAPTION "Alle perioden samen, naast de inspectie"
#define MSG_MONITOR_MORE_BETTER "Hoe hoger, hoe beter."
#define MSG_MONITOR_LESS_BETTER "Hoe lager, hoe beter."
#define MSG_MONITOR_HOW "Hoe geteld:"
#define MSG_MONITOR_OTHERWISE "Anders dan de inspectie:"
#define MSG_MONITOR_FIGURE "Cijfer"
#define MSG_MONITOR_NOW "Nu"
#define MSG_MONITOR_THEN "Inspectie 2022"
#define MSG_MONITOR_ORGANISATION "Organisatie"
#define MSG_MONITOR_PERIOD "Periode"
#define MSG_MONITOR_REPORT_COUNT "Rapporten"
#define MSG_MONITOR_SHARE "Aandeel"
#define MSG_MONITOR_COUNT "Aantal"
#define MSG_MONITOR_ABSENT "te weinig"
#define MSG_MONITOR_NOT_GIVEN "niet gegeven"
#define MSG_MONITOR_BY_PERIOD "%s, per periode"
#define MSG_MONITOR_BY_ORGANISATION "%s, per organisatie"
#define MSG_MONITOR_CHART "%s per periode, in procenten"
#define MSG_MONITOR_CHART_FROM "%s: %d%% in het %s, %d%% in het %s."
#define MSG_MONITOR_CHART_ONE "%s: %d%% in het %s."
#define MSG_MONITOR_CHART_ONE_YEAR "%s: %d%% in %s."
#define MSG_MONITOR_CHART_FROM_YEAR "%s: %d%% in %s, %d%% in %s."
#define MSG_MONITOR_CHART_INSPECTORATE "Inspectie 2022, %s: %d%%."
#define MSG_MONITOR_CHART_THEN "%s, inspectie 2022: %d%%"
#define MSG_MONITOR_CHART_TABLE "Alle cijfers staan in de tabel eronder."
#define MSG_MONITOR_RAAD_SHORT "Raad"
#define MSG_MONITOR_GI_SHORT "GI's"
#define MSG_MONITOR_RULES "Regels die het vaakst iets vonden"
#define MSG_MONITOR_RULES_CAPTION "Regels met een open bevinding in vijf rapporten of meer"
#define MSG_MONITOR_RULE "Regel"
#define MSG_MONITOR_ABOUT "Waarover"
#define MSG_MONITOR_FINDINGS "Bevindingen"

#endif
