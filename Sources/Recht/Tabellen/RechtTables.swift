public import Basics

/// All dated tables of collection law, as shipped in `Content/recht` and extended on a screen.
public struct RechtTables: Hashable, Sendable {
    public let calendar: WorkCalendar
    public let interest: InterestRates
    public let costs: CostTables
    public let letters: DatedTable<LetterRule>
    public let limitation: LimitationTable
    public let states: SpecialStateTable
    public let contact: ContactRules
    public let signals: DatedTable<SignalRule>
    public let signalPolicy: SignalPolicy
    /// The municipalities that ship; what an administrator enters goes before.
    public let municipalities: [Municipality]
    public let beslagvrijeVoet: DatedTable<BvvParameters>
    public let arrangements: DatedTable<ArrangementPolicy>
    public let directDebits: DirectDebitTable
    /// How payments are divided, unless a creditor agreed otherwise.
    public let imputation: DatedTable<ImputationRule>
}

/// The flaws that make a legal table unusable, one by one.
public struct RechtTableFlaws: Error, Hashable, Sendable {
    public let flaws: [Diagnostic]

    public init(flaws: [Diagnostic]) { self.flaws = flaws }
}
