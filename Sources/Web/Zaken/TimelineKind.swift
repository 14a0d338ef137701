import Basics
import Journal

/// Which part of the timeline to show.
enum TimelineFilter: String, Sendable, CaseIterable {
    case all = "alles"
    case contact
    case money = "geld"
    case letters = "brieven"
    case exceptions = "bijzonder"
}

/// What an entry of the journal looks like in a timeline: its sign, its part, and whether people want to read it back.
struct TimelineKind: Sendable {
    let sign: String
    let tone: String
    let part: TimelineFilter

    /// Nothing for what only machines read, such as each step's beginning.
    init?(_ kind: String) {
        switch kind {
        case "taak_afgerond": self.init("✓", "contact", .contact)
        case "taak_ontstaan": self.init("•", "", .contact)
        case "activiteit_begonnen": self.init("•", "", .contact)
        case "contactgegevens_gewijzigd": self.init("✎", "contact", .contact)
        case "klant_samengevoegd", "samenvoeging_teruggedraaid", "zaak_andere_klant":
            self.init("✎", "exception", .contact)
        case "contact", "gesprek_begonnen", "gesprek_gestopt", "toch_bellen": self.init("☎", "contact", .contact)
        case "notitie": self.init("✎", "contact", .contact)
        case "document_verwijderd", "document_ingetrokken", "post_teruggenomen": self.init("▤", "exception", .letters)
        case "document", "document_versie": self.init("▤", "letter", .letters)
        case "klacht", "klacht_niet_bevestigd": self.init("!", "exception", .contact)
        case "gestuit", "verjaard_toch_geind": self.init("•", "", .money)
        case "brief_opgemaakt", "brief_verzonden", "brief_uitgesteld", "brief_ingetrokken", "brief_herschreven":
            self.init("✉", "letter", .letters)
        case "betaling_ontvangen", "betaling_teruggenomen", "geboekt", "kosten_wachten", "rente_niet_berekend":
            self.init("€", "money", .money)
        case "incasso_aangeboden", "incasso_herkansing", "machtiging_gegeven", "machtiging_ingetrokken":
            self.init("⇄", "money", .money)
        case "regeling_voorgesteld", "regeling_afgesproken", "regeling_voldaan", "regeling_vervangen",
            "termijn_overgeslagen", "termijn_toegezegd":
            self.init("≡", "money", .money)
        case "regeling_vervallen", "termijn_gemist", "nieuwe_achterstand", "storno": self.init("≡", "exception", .money)
        case "gemeld", "afgeweken", "storing", "storing_hersteld", "storing_weg", "storing_geprobeerd",
            "storing_gevraagd",
            "resultaat_gevraagd", "beslissing_herzien", "verhuisd", "zaak_opgeschort",
            "opschorting_verlengd", "zaak_hervat", "zaak_verlengd", "zaak_gepauzeerd",
            "afgesloten_door_mens", "pauze_begonnen", "pauze_beeindigd":
            self.init("!", "exception", .exceptions)
        case "toestand_begonnen", "toestand_gewijzigd", "toestand_beeindigd", "toestand_verlopen",
            "uitzondering_opnieuw":
            self.init("!", "exception", .exceptions)
        case "bewijs_toegevoegd", "bewijs_ingetrokken": self.init("✎", "contact", .contact)
        case "signaal_gegeven", "signaal_bevestigd", "signaal_geweigerd", "signaal_niet_gegeven", "signaal_ingetrokken",
            "signaal_uitslag", "terugmelding_gewogen":
            self.init("!", "exception", .contact)
        case "bericht_vastgelopen", "bericht_verlopen", "bericht_vervallen": self.init("!", "exception", .exceptions)
        case "overgedragen", "overdracht_teruggehaald", "deurwaarder_meldt", "deurwaarder_ingelicht":
            self.init("!", "exception", .exceptions)
        case "dossier_klaar", "dossier_opgehaald": self.init("▤", "letter", .letters)
        case "knoop_begonnen", "knoop_verlengd", "knoop_contact", "knoop_afgesloten", "doorverwezen",
            "doorverwijzing_aangenomen", "doorverwijzing_geweigerd", "doorverwijzing_ingetrokken",
            "doorverwijzing_blijft_liggen":
            self.init("!", "exception", .exceptions)
        case "advies_overgenomen", "advies_aangepast", "advies_afgewezen": self.init("?", "", .exceptions)
        case "schuld_elders", "schuld_elders_weg": self.init("•", "", .money)
        case "beslissing_genomen": self.init("⊞", "", .exceptions)
        case "zaak_geopend", "zaak_gesloten", "zaak_heropend", "status_gezet", "taak_toegewezen":
            self.init("•", "", .all)
        default: return nil
        }
    }

    private init(_ sign: String, _ tone: String, _ part: TimelineFilter) {
        self.sign = sign
        self.tone = tone
        self.part = part
    }
}

extension JournalEntry {
    /// Whether people want to read it back: of taken that come up, those that the drawing did not ask for.
    var isTold: Bool { kind != "taak_ontstaan" || content["los"] == true }
}
