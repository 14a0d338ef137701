import Basics

extension RechtTables {
    /// The files the tables are read from, without their folder.
    public static let files = [
        "feestdagen.yaml", "rente.yaml", "incassokosten.yaml", "veertiendagenbrief.yaml", "verjaring.yaml",
        "bijzondere-toestanden.yaml", "contact.yaml", "vroegsignalering.yaml", "beslagvrije-voet.yaml",
        "betaalregeling.yaml", "gemeenten.yaml", "automatische-incasso.yaml", "toerekening.yaml",
    ]

    /// Reads the tables; `text` gives the content of a file by its name.
    public init(reading text: (String) throws -> String) throws {
        let calendar = try HolidayFile.read(text("feestdagen.yaml"), "feestdagen.yaml").calendar()
        self.calendar = calendar
        interest = try InterestFile.read(text("rente.yaml"), "rente.yaml").rates()
        costs = try CostFile.read(text("incassokosten.yaml"), "incassokosten.yaml").tables()
        letters = try LetterFile.read(text("veertiendagenbrief.yaml"), "veertiendagenbrief.yaml").table()
        limitation = try LimitationFile.read(text("verjaring.yaml"), "verjaring.yaml").table()
        states = try SpecialStateFile.read(text("bijzondere-toestanden.yaml"), "bijzondere-toestanden.yaml").table()
        contact = try ContactFile.read(text("contact.yaml"), "contact.yaml").rules(calendar)
        let early = try SignalFile.read(text("vroegsignalering.yaml"), "vroegsignalering.yaml")
        signals = try early.table()
        signalPolicy = try early.policy()
        municipalities = try MunicipalityFile.read(text("gemeenten.yaml"), "gemeenten.yaml").list()
        beslagvrijeVoet = try BvvFile.read(text("beslagvrije-voet.yaml"), "beslagvrije-voet.yaml").table()
        arrangements = try ArrangementFile.read(text("betaalregeling.yaml"), "betaalregeling.yaml").table()
        directDebits = try DirectDebitFile.read(text("automatische-incasso.yaml"), "automatische-incasso.yaml").table()
        imputation = try ImputationFile.read(text("toerekening.yaml"), "toerekening.yaml").table()
    }
}
