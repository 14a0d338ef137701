import Basics

extension Imputation {
    /// How the payment was divided, line by line.
    public var working: [WorkingLine] {
        let lines = allocations.map { allocation in
            WorkingLine(
                "toerekening." + allocation.component.rawValue, article: "BW 6:44 lid 1",
                [Fact("vordering", .word(allocation.debt ?? "zaak")), Fact("bedrag", .money(allocation.amount))])
        }
        guard leftOver > .zero else { return lines }
        return lines + [WorkingLine("toerekening.over", [Fact("bedrag", .money(leftOver))])]
    }
}
