/// People: their whole picture and what is set for all their zaken at once.
enum KlantPaths {
    static let klant = Path("/klanten/{klant}")
    static let pause = Path("/klanten/{klant}/pauze")
    static let resumption = Path("/klanten/{klant}/hervatting")
    static let contact = Path("/klanten/{klant}/contactgegevens")
    static let contacts = Path("/klanten/{klant}/contact")

    static let joining = Path("/klanten/{klant}/samenvoegen")
    static let parting = Path("/samenvoegingen/{samenvoeging}/terugdraaien")

    static let all = [klant, pause, resumption, contact, contacts, joining, parting]
}

/// Search over zaken and people.
enum SearchPaths {
    static let search = Path("/zoeken")
    static let people = Path("/klanten")

    static let all = [search, people]
}

/// Files that come in.
enum ImportPaths {
    static let list = Path("/imports")
    static let run = Path("/imports/{import}")

    static let all = [list, run]
}

/// Payments: where they belong, and those that go back.
enum BetalingPaths {
    static let list = Path("/betalingen")
    static let betaling = Path("/betalingen/{betaling}")
    static let placement = Path("/betalingen/{betaling}/plaatsing")
    static let taking = Path("/betalingen/{betaling}/terugname")
    static let rejection = Path("/betalingen/{betaling}/afwijzing")
    static let retention = Path("/betalingen/{betaling}/behoud")
    static let repayments = Path("/betaalbestanden")
    static let repayment = Path("/betaalbestanden/{bestand}")

    static let all = [list, betaling, placement, taking, rejection, retention, repayments, repayment]
}

/// The processes as drawn, and their versions.
enum ProcessPaths {
    static let list = Path("/processen")
    static let process = Path("/processen/{proces}")
    static let file = Path("/processen/{proces}/bestand")
    static let comparison = Path("/processen/{proces}/vergelijking")
    static let moving = Path("/processen/{proces}/verhuizing")
    static let withdrawal = Path("/processen/{proces}/intrekking")
    static let returning = Path("/processen/{proces}/terugzetting")
    static let examples = Path("/processen/{proces}/voorbeelden")
    static let examplesRemoval = Path("/processen/{proces}/voorbeelden/verwijdering")
    static let draft = Path("/ontwerpen/proces/{ontwerp}")
    static let draftExamples = Path("/ontwerpen/proces/{ontwerp}/voorbeelden")
    static let draftExamplesRemoval = Path("/ontwerpen/proces/{ontwerp}/voorbeelden/verwijdering")
    static let discarding = Path("/ontwerpen/proces/{ontwerp}/verwijdering")

    static let all = [
        list, process, file, comparison, moving, withdrawal, returning, examples, examplesRemoval, draft, draftExamples,
        draftExamplesRemoval, discarding,
    ]
}

/// What happened, over all subjects.
enum JournalPaths {
    static let list = Path("/journaal")

    static let all = [list]
}

/// Accounts and parked jobs.
enum ManagePaths {
    static let home = Path("/beheer")
    static let users = Path("/beheer/gebruikers")
    static let user = Path("/beheer/gebruikers/{gebruiker}")
    static let block = Path("/beheer/gebruikers/{gebruiker}/blokkade")
    static let retry = Path("/beheer/opdrachten/{opdracht}/herkansing")
    static let coupling = Path("/beheer/koppelingen/{koppeling}/stand")
    static let clock = Path("/klok")

    static let all = [home, users, user, block, retry, coupling, clock]
}
