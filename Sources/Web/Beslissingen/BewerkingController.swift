import Basics
import Dmn
import Hummingbird
import Zaken

/// Editing a decision table: cells, rules, and saving it as a new version with a reason.
struct BewerkingController: Sendable {
    let desk: Desk
    let looks: BeslissingController

    init(desk: Desk) {
        self.desk = desk
        looks = BeslissingController(desk: desk)
    }

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(DecisionPaths.editing.router, use: show)
            .post(DecisionPaths.editing.router, use: change)
    }

    @Sendable func show(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let look = try await looks.look(request, context)
        guard let table = look.decision.table else { throw HTTPError(.notFound) }
        let maker = BewerkingMaker(look: look, table: table, words: desk.face.words(context), today: desk.today())
        return try await desk.face.draw(maker.page(), context)
    }

    /// One press on a button: a rule comes, goes or moves, the table is checked, or it is saved.
    @Sendable func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.procesBeheren)
        let look = try await looks.look(request, context)
        let form = try await request.form()
        guard let table = look.decision.table else { throw HTTPError(.notFound) }
        let press = TablePress(form["actie"] ?? "")
        let typed = press.applied(to: table.with(form))
        var maker = BewerkingMaker(look: look, table: typed, words: desk.face.words(context), today: desk.today())
        maker.form = form
        guard press == .save else { return try await desk.face.draw(maker.page(), context) }
        return try await save(maker, context)
    }

    private func save(_ maker: BewerkingMaker, _ context: SignedInContext) async throws -> Response {
        var maker = maker
        let (look, form) = (maker.look, maker.form)
        return try await .ofAct {
            guard look.isNewest, form["versie"] == String(look.model.versie) else { throw ZaakRefusal.changedMeanwhile }
            let file = try maker.file()
            let from = form["vanaf"].flatMap(Day.init(written:)) ?? desk.today()
            try await desk.act(context) { act in
                _ = try Beslissingsmodel.Publication(file, vanaf: from, reden: form["reden"] ?? "").run(in: act)
            }
            try await desk.office.reloadProcesses()
            let path = DecisionPaths.model(look.model.code) + "?tabel=\(look.decision.id.formEncoded)"
            return .seeOther(path, flash: Flash("decision_published"))
        } refused: { refusal in
            maker.refuse(refusal)
            return try await desk.face.draw(maker.page(), context, status: refusal.status)
        }
    }
}

/// What a button under or beside a table asks.
enum TablePress: Hashable {
    case add
    case remove(Int)
    case up(Int)
    case down(Int)
    case save
    /// Only look at it again.
    case check

    init(_ text: String) {
        let parts = text.split(separator: ":").map(String.init)
        let number = parts.count == 2 ? Int(parts[1]) : nil
        switch (parts.first, number) {
        case ("erbij", _): self = .add
        case ("bewaar", _): self = .save
        case ("weg", let number?): self = .remove(number)
        case ("op", let number?): self = .up(number)
        case ("neer", let number?): self = .down(number)
        default: self = .check
        }
    }

    func applied(to table: DmnTable) -> DmnTable {
        var table = table
        switch self {
        case .add: table = table.withNewRule
        case .remove(let index) where table.rules.indices.contains(index): table.rules.remove(at: index)
        case .up(let index) where table.rules.indices.contains(index) && index > 0: table.rules.swapAt(index, index - 1)
        case .down(let index) where index >= 0 && index + 1 < table.rules.count: table.rules.swapAt(index, index + 1)
        case .remove, .up, .down, .save, .check: break
        }
        return table
    }
}

extension DmnTable {
    /// At most so many rules can be edited on a screen.
    static let mostRules = 300

    /// The table with the rules as they were sent; a form without rules leaves it as it is.
    func with(_ form: FormFields) -> DmnTable {
        guard let count = form["rijen"].flatMap({ Int($0) }), (0...DmnTable.mostRules).contains(count) else {
            return self
        }
        let sent = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
        let rules = (0..<count).map { row in
            func cell(_ kind: String, _ column: Int) -> String { sent["\(kind).\(row).\(column)"] ?? "" }
            return DmnTypedRule(
                id: sent["id.\(row)"].flatMap { $0.isEmpty ? nil : $0 }, tests: inputs.indices.map { cell("in", $0) },
                outputs: outputs.indices.map { cell("uit", $0) },
                annotations: annotations.indices.map { cell("bij", $0) })
        }
        return with(rules: rules)
    }

    fileprivate var withNewRule: DmnTable {
        let new = DmnTypedRule(
            id: nil, tests: inputs.map { _ in "-" }, outputs: outputs.map { _ in "" },
            annotations: annotations.map { _ in "" })
        return with(rules: typedRules + [new])
    }
}
