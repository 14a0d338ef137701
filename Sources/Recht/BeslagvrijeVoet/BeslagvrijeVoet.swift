public import Basics

/// The protected income of someone and how it came about (Rv 475da to 475e).
public struct BeslagvrijeVoet: Hashable, Sendable {
    public let input: BvvInput
    public let parameters: BvvParameters
    public private(set) var basis = ExactMoney.zero
    public private(set) var zorgdeel = ExactMoney.zero
    public private(set) var huurdeel = ExactMoney.zero
    public private(set) var kinddeel = ExactMoney.zero
    /// After the formula and its maximum.
    public private(set) var formule = ExactMoney.zero
    public private(set) var verhoging = ExactMoney.zero
    public private(set) var aftrekPartner = ExactMoney.zero
    public private(set) var aftrekEigen = ExactMoney.zero
    public private(set) var aftrekAuto = ExactMoney.zero
    public private(set) var na475db = ExactMoney.zero
    public private(set) var grens95 = ExactMoney.zero
    /// The last rule that changed the amount, such as `475da-2`.
    public private(set) var regel = ""
    public private(set) var working: [WorkingLine] = []
    private var exact = ExactMoney.zero

    /// The protected income per month.
    public var bedrag: Money { exact.rounded }

    /// What can be taken of the income per month.
    public var beslagruimte: Money { max(.zero, input.nettoMaand + input.vakantiegeldMaand - bedrag) }

    /// Computes the protected income by the figures of its day.
    public init(_ input: BvvInput, by table: DatedTable<BvvParameters>) throws(BvvRefusal) {
        guard let parameters = table.value(on: input.peildatum), input.peildatum <= parameters.until else {
            throw .geenParameters(on: input.peildatum)
        }
        try input.checkRange()
        (self.input, self.parameters) = (input, parameters)
        switch input.woonsituatie {
        case .inrichting: institution()
        case .geenAdres: noAddress()
        case .nederland, .buitenland:
            formula()
            raise()
        }
        if input.woonsituatie == .buitenland { try abroad() }
        deduct()
        limitToIncome()
        line("bvv.uitkomst", nil, [Fact("bedrag", .money(bedrag)), Fact("beslagruimte", .money(beslagruimte))])
    }
}

extension BeslagvrijeVoet {
    private mutating func institution() {
        let married = input.leefsituatie.isGehuwd
        let part = ExactMoney(parameters.institutionNorm(more: married)).times(2, per: 3)
        exact = ExactMoney(input.prijsInrichting) + part + ExactMoney(parameters.institutionAddition(more: married))
        (formule, regel) = (exact, "475e-2")
        line(
            "bvv.inrichting", "Rv 475e lid 2",
            [Fact("prijs", .money(input.prijsInrichting)), Fact("bedrag", .exact(exact))])
    }

    private mutating func noAddress() {
        exact = ExactMoney(parameters.norm.more).times(parameters.noAddressShare)
        (basis, formule, regel) = (exact, exact, "475da-4")
        line(
            "bvv.geen-adres", "Rv 475da lid 4",
            [Fact("norm", .money(parameters.norm.more)), Fact("bedrag", .exact(exact))])
    }

    private mutating func formula() {
        let partner = input.leefsituatie.isGehuwd ? input.belastbaarJaarPartner : .zero
        let income = ExactMoney(input.belastbaarJaar + partner)
        let parts = BvvFormula(parameters: parameters, situation: input.leefsituatie, yearIncome: income)
        (basis, zorgdeel, huurdeel, kinddeel) = (parts.base, parts.care, parts.rent, parts.child)
        (exact, regel) = (parts.sum, "475da-2")
        for (code, part) in [
            ("bvv.basis", basis), ("bvv.zorg", zorgdeel), ("bvv.huur", huurdeel), ("bvv.kind", kinddeel),
        ] {
            line(code, "Rv 475da lid 2", [Fact("jaarinkomen", .exact(income)), Fact("bedrag", .exact(part))])
        }
        let most = ExactMoney(parameters.maxima[input.leefsituatie] ?? .zero)
        if exact > most {
            (exact, regel) = (most, "475da-1")
            line("bvv.maximum", "Rv 475da lid 1", [Fact("bedrag", .exact(most))])
        }
        formule = exact
    }

    private mutating func raise() {
        switch input.verhogingWoonkosten {
        case .geen: return
        case .lid5:
            let bound = ExactMoney(parameters.rentMaximum).times(parameters.housingShare)
            verhoging = max(.zero, ExactMoney(input.woonkostenMaand) - bound)
            if ExactMoney(input.woonkostenMaand) >= bound { regel = "475da-5" }
        case .lid7:
            verhoging = ExactMoney(input.bedragLid7)
            regel = "475da-7"
        }
        exact += verhoging
        line("bvv.verhoging", "Rv 475da lid 5 en 7", [Fact("bedrag", .exact(verhoging))])
    }

    private mutating func abroad() throws(BvvRefusal) {
        guard let factor = input.woonlandfactor else { throw .missing("woonlandfactor") }
        exact = exact.times(factor)
        regel = "475da-4"
        line("bvv.woonland", "Rv 475da lid 4", [Fact("bedrag", .exact(exact))])
    }

    /// Income of a partner, other own income and the tax on a car are set off, in this order.
    private mutating func deduct() {
        if input.leefsituatie.isGehuwd {
            aftrekPartner = min(ExactMoney(input.nettoMaandPartner), exact.times(1, per: 2))
        }
        aftrekEigen = min(ExactMoney(input.nettoMaandVrij), exact - aftrekPartner)
        aftrekAuto = min(ExactMoney(input.loonbelastingAuto), exact - aftrekPartner - aftrekEigen)
        for (code, part) in [
            ("bvv.aftrek-partner", aftrekPartner), ("bvv.aftrek-eigen", aftrekEigen), ("bvv.aftrek-auto", aftrekAuto),
        ]
        where part > .zero {
            exact = exact - part
            regel = "475db"
            line(code, "Rv 475db", [Fact("bedrag", .exact(part))])
        }
        na475db = exact
    }

    /// At least five in a hundred of one's own income can be taken.
    private mutating func limitToIncome() {
        grens95 = ExactMoney(input.nettoMaand + input.vakantiegeldMaand + input.nettoMaandVrij).times(parameters.share)
        guard input.woonsituatie != .inrichting, exact > grens95 else { return }
        (exact, regel) = (grens95, "475dc-1")
        line("bvv.grens-95", "Rv 475dc lid 1", [Fact("bedrag", .exact(grens95))])
    }

    private mutating func line(_ code: String, _ article: String?, _ facts: [Fact]) {
        working.append(WorkingLine(code, article: article, facts))
    }
}

extension BvvInput {
    fileprivate func checkRange() throws(BvvRefusal) {
        let amounts = [
            ("belastbaar_jaar", belastbaarJaar), ("belastbaar_jaar_partner", belastbaarJaarPartner),
            ("netto_maand", nettoMaand),
            ("vakantiegeld_maand", vakantiegeldMaand), ("netto_maand_vrij", nettoMaandVrij),
            ("netto_maand_partner", nettoMaandPartner),
            ("woonkosten_maand", woonkostenMaand), ("bedrag_lid7", bedragLid7),
            ("loonbelasting_auto", loonbelastingAuto),
            ("prijs_inrichting", prijsInrichting),
        ]
        // Profit may be a loss; everything else is at least nothing.
        for (name, amount) in amounts where !amount.isCalculable || (amount.isNegative && !name.hasPrefix("belastbaar"))
        {
            throw .amountOutOfRange(name)
        }
    }
}
