public import Basics

extension InterestCalculation {
    /// How the interest came about, line by line.
    public var working: [WorkingLine] { steps.map { $0.workingLine(by: account.basis) } }

    /// The public answer of `ontknoop incasso rente`.
    public var json: JSON {
        .object([
            "rente": .string(interest.description),
            "renteOpen": .string(interestDue.description),
            "hoofdsomOpen": .string(account.principal.description),
            "voorlopig": .bool(isProvisional),
            "segmenten": .array(segments.map(\.json)),
            "opbouw": .array(working.map(\.json)),
        ])
    }
}

extension InterestSegment {
    /// A segment as the public answer lists it.
    public var json: JSON {
        .object([
            "van": .string(from.description), "tot": .string(to.description), "dagen": .number(Decimal128(days)),
            "percentage": .string(rate.percentText), "grondslag": .string(base.description),
            "rente": .string(interest.description), "voorlopig": .bool(isProvisional),
        ])
    }
}

extension InterestStep {
    fileprivate func workingLine(by basis: InterestBasis) -> WorkingLine {
        switch self {
        case .segment(let segment):
            WorkingLine(
                segment.isProvisional ? "rente.segment.voorlopig" : "rente.segment", article: basis.article,
                [
                    Fact("van", .day(segment.from)), Fact("tot", .day(segment.to)), Fact("dagen", .count(segment.days)),
                    Fact("percentage", .percent(segment.rate)), Fact("grondslag", .exact(segment.base)),
                    Fact("bedrag", .exact(segment.interest)),
                ])
        case .capitalised(let day, let amount):
            WorkingLine(
                "rente.bijschrijving", article: basis.compoundingArticle,
                [Fact("dag", .day(day)), Fact("bedrag", .exact(amount))])
        case .paid(let payment):
            WorkingLine(
                "rente.betaling", article: "BW 6:44 lid 1",
                [
                    Fact("dag", .day(payment.day)), Fact("rente", .money(payment.interest)),
                    Fact("hoofdsom", .money(payment.principal)), Fact("over", .money(payment.leftOver)),
                ])
        case .rested(let from, let to):
            WorkingLine("rente.stilstand", [Fact("van", .day(from)), Fact("tot", .day(to))])
        case .principalChanged(let day, let amount):
            WorkingLine("rente.hoofdsom", [Fact("dag", .day(day)), Fact("bedrag", .money(amount))])
        case .interestSettled(let day, let amount):
            WorkingLine(
                "rente.voldaan", article: "BW 6:44 lid 1", [Fact("dag", .day(day)), Fact("bedrag", .money(amount))])
        }
    }
}
