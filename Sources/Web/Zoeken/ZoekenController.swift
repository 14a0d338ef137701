import Basics
import Database
import Hummingbird
import Incasso
import Klanten
import Zaken

/// Search over zaken, people and what was written in zaken; who may not see people's data searches zaken alone.
struct ZoekenController: Sendable {
    let desk: Desk

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SearchPaths.search.router, use: search)
            .get(SearchPaths.people.router, use: people)
    }

    @Sendable func search(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.zaakZien)
        return try await answer(
            ZoekenAsked(request, today: desk.today(), seesPeople: context.visitor.rights.seesPeople), context)
    }

    @Sendable func people(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try context.require(.klantZien)
        var asked = ZoekenAsked(request, today: desk.today(), seesPeople: true)
        asked.kind = .people
        return try await answer(asked, context)
    }

    private func answer(_ asked: ZoekenAsked, _ context: SignedInContext) async throws -> Response {
        let look = try await desk.office.read { tx in try ZoekenLook(asked, in: tx) }
        if let only = look.only(of: asked.question) { return .seeOther(only) }
        if asked.kind == .people, asked.page == 1, !asked.isNarrowed, look.isElsewhere {
            return .seeOther(SearchPaths.search() + "?q=" + asked.question.formEncoded)
        }
        let maker = ZoekenPageMaker(
            look: look, asked: asked, playbook: desk.office.playbook, words: desk.face.words(context))
        return try await desk.face.draw(maker.made(), context)
    }
}

/// What someone looks for, as the address says.
struct ZoekenAsked: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case people = "klant"
        case zaken = "zaak"
        case written = "geschreven"
    }

    static let size = 50

    let question: String
    var kind: Kind?
    /// The kind of a person, such as `organisatie`.
    let facet: String?
    let choices: Zaakverfijning
    let page: Int
    let seesPeople: Bool

    init(_ request: Request, today: Day, seesPeople: Bool) {
        question = request.query("q") ?? ""
        let asked = request.query("soort").flatMap(Kind.init(rawValue:))
        kind = seesPeople ? asked : asked == .written ? .written : .zaken
        facet = kind == .people ? request.query("stand") : nil
        let pairs = Zaakverfijning.Soort.allCases.compactMap { one in request.query(one.rawValue).map { (one, $0) } }
        choices = Zaakverfijning(
            kind == .zaken ? Dictionary(pairs) { first, _ in first } : [:], today: today)
        page = min(1_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
        self.seesPeople = seesPeople
    }

    var isNarrowed: Bool { facet != nil || !choices.keuzes.isEmpty }

    var zoekvraag: Zoekvraag {
        let soort: Zoekregel.Soort? =
            switch kind {
            case .people: .klant
            case .zaken: .zaak
            case .written, nil: nil
            }
        return Zoekvraag(question, soort: soort, facet: facet)
    }

    /// The address of the same question with other choices.
    func path(kind: Kind?, facet: String? = nil, choices: [Zaakverfijning.Soort: String] = [:], page: Int = 1) -> String
    {
        var parts = ["q=\(question.formEncoded)"]
        if let kind { parts.append("soort=\(kind.rawValue)") }
        if let facet { parts.append("stand=\(facet.formEncoded)") }
        parts += choices.sorted { $0.key.rawValue < $1.key.rawValue }.map {
            "\($0.key.rawValue)=\($0.value.formEncoded)"
        }
        if page > 1 { parts.append("p=\(page)") }
        return SearchPaths.search() + "?" + parts.joined(separator: "&")
    }
}
