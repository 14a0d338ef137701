/// Every page with its sample and its variants: for tests, for the accessibility check and for looking.
enum Gallery {
    /// One page to look at, whatever its type.
    struct Entry: Sendable {
        let name: String
        let page: any Page
    }

    static var entries: [Entry] { pages.flatMap { entries(of: $0) } }

    /// Every page there is.
    static let pages: [any Page.Type] = [
        WerkvoorraadPage.self, ZaakPage.self, BriefPage.self, KlantPage.self, SamenvoegenPage.self, ZoekenPage.self,
        BetalingenPage.self, BetalingPage.self, PlaatsingPage.self, RechtPage.self, PartnerPage.self,
        RechtTabelPage.self, ToestandenPage.self, RegelingPage.self,
        IncassoPage.self,
        IncassobatchPage.self, MachtigingenPage.self, BetaalPage.self, SpecificatiePage.self, VerjaringPage.self,
        VroegsignaleringPage.self, GemeentenPage.self,
        OverdrachtPage.self, OverdrachtenPage.self, DeurwaardersPage.self, KnoopPage.self, SchuldeisersPage.self,
        ImportsPage.self, ImportPage.self, ProcessenPage.self, ProcesPage.self, ProcesvergelijkingPage.self,
        ProcesOntwerpPage.self, VerhuizingPage.self, BeslissingenPage.self,
        BeslissingPage.self, VergelijkingPage.self, BewerkingPage.self,
        BeslissingOntwerpPage.self, JournaalPage.self, BeheerPage.self,
        PostPage.self, PoststukPage.self, TrefzekerheidPage.self,
        BibliotheekPage.self, BronPage.self, AdviesPage.self, GesprekPage.self, TerugkoppelingPage.self,
        MetingenPage.self,
        VoorstelPage.self, TestvraagPage.self,
        WoordenPage.self,
        AfwijkingenPage.self, AdviesrecordPage.self, SturingPage.self, KpiPage.self, KerncijfersPage.self,
        NachtPage.self, SignaalPage.self,
        LoginPage.self, ReturnPage.self, WachtwoordPage.self, ErrorPage.self, GalleryPage.self,
    ]

    private static func entries<P: Page>(of type: P.Type) -> [Entry] {
        let name = P.template.replacing("/", with: "-")
        return [Entry(name: name, page: P.sample)]
            + P.variants.map { Entry(name: "\(name)-\($0.name)", page: $0.page) }
    }
}

/// The list of all pages, for who works on them.
struct GalleryPage: Page {
    let pages: [Link]

    struct Link: Sendable {
        let name: String
        let path: String
    }

    static let template = "dev/galerij"
    static let sample = GalleryPage(pages: [Link(name: "account-inloggen", path: "/dev/paginas/account-inloggen")])
}
