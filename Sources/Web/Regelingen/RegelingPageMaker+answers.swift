import Basics
import Recht

extension RegelingPageMaker {
    /// Only the questions that are needed; what a situation does not need is hidden.
    var answerFields: [Field] {
        let married = "gehuwd_zonder_kinderen gehuwd_met_kinderen"
        return [
            Field("leefsituatie", words("planner.household"), .choice(households), id: "plan-leefsituatie"),
            amount("netto", "planner.net", hint: "planner.net_hint"),
            Field(
                "vakantiegeld", words("planner.holiday"), .yesNo(yesNo("vakantiegeld", first: true)),
                id: "plan-vakantiegeld"),
            amount("partner", "planner.partner", when: .init(field: "leefsituatie", values: married)),
            amount("elders", "planner.elsewhere", hint: "planner.elsewhere_hint"),
            Field("pensioen", words("planner.pension"), .yesNo(yesNo("pensioen", first: false)), id: "plan-pensioen"),
            Field("woonsituatie", words("planner.home"), .list(homes), id: "plan-woonsituatie"),
            amount("prijs", "planner.care_price", when: .init(field: "woonsituatie", values: "inrichting")),
            amount("jaarinkomen", "planner.year", hint: "planner.year_hint"),
            amount("begroting", "planner.budget", hint: "planner.budget_hint"),
        ]
    }

    private func amount(_ name: String, _ label: String, hint: String? = nil, when: Field.Condition? = nil) -> Field {
        Field(
            name, words(label), .amount(asked.form[name] ?? ""), id: "plan-\(name)", hint: hint.map { words($0) },
            condition: when)
    }

    private var households: [Option] {
        Leefsituatie.allCases.map {
            Option($0.rawValue, words("planner.\($0.rawValue)"), chosen: asked.form["leefsituatie"] == $0.rawValue)
        }
    }

    /// Abroad needs the factor of a country, which a bailiff has; a person asks.
    private var homes: [Option] {
        BvvInput.Woonsituatie.allCases.filter { $0 != .buitenland }.map {
            Option(
                $0.rawValue, words("planner.home_\($0.rawValue)"),
                chosen: (asked.form["woonsituatie"] ?? "nederland") == $0.rawValue)
        }
    }

    private func yesNo(_ name: String, first: Bool) -> [Option] {
        let now = asked.form[name] ?? (first ? "ja" : "nee")
        return ["ja", "nee"].map { Option($0, words("common.answer_\($0 == "ja" ? "yes" : "no")"), chosen: now == $0) }
    }
}
