/** Given and family names that occur together in a family. */
export interface Names {
  /** Share of families. */
  readonly share: number;
  /** The language a person of such a family may need an interpreter for, as the record codes it. */
  readonly languages: readonly string[];
  readonly family: readonly string[];
  /** Given names of those born before about 1960, and of those born since. */
  readonly female: readonly [older: readonly string[], younger: readonly string[]];
  readonly male: readonly [older: readonly string[], younger: readonly string[]];
}

const words = (text: string): readonly string[] => text.split(' ');

/** Invented people's names: common ones of the peoples who live in England, put together by chance. */
export const names: readonly Names[] = [
  {
    share: 74,
    languages: [],
    family: words(
      `Abbott Adair Aldous Alder Allard Amery Appleby Arkwright Ashdown Askew Atherton Aylward Baines Balfour Bancroft Barlow Barnard Bassett Bayliss Beckwith Bellamy Benbow Bickerstaff Birch Blackwood Blythe
      Bolton Booker Bracewell Bradshaw Braithwaite Bramley Brierley Brightwell Brockbank Broughton Buckland Bunting Burnaby Burrage Byford Cadman Calvert Cardew Carlisle Cartwright Caswell Chadwick Chalmers Chilcott
      Clegg Cleverly Clough Coates Colbeck Collier Copeland Corbett Cotterill Cowdrey Cragg Crawshaw Cresswell Crowther Culpepper Dacre Dalby Danvers Darnell Dawlish Deighton Denby Dinsdale Dobson Dowding Draycott
      Drummond Dunstan Eastwood Eccles Egerton Ellwood Emsley Entwistle Everett Fairburn Farrow Faulkner Fawcett Fenwick Fielding Firth Flint Fothergill Foxley Frobisher Garside Gatenby Gilchrist Goddard Goodall
      Gosling Greenhalgh Gresham Grimshaw Guthrie Haddock Haigh Halliwell Hampson Hardcastle Harkness Hartley Haverley Hawksworth Hebden Hepworth Hesketh Heywood Hinchliffe Holroyd Horsfall Hoyle Huddlestone Ibbotson
      Inskip Jagger Jephson Kellett Kendrick Kershaw Kirkbride Lacey Lambourne Lancaster Langdale Latimer Leadbetter Linley Lockwood Loxley Lumley Mallory Marchbank Marsden Mather Maudsley Mercer Metcalfe Midgley
      Milburn Moffat Mosley Murgatroyd Naylor Nettleton Newbold Norcott Oakden Ogden Oldroyd Ormerod Osgood Paget Pallister Parkin Peabody Pemberton Penrose Pickersgill Pilling Platt Pomfret Prescott Pudsey Quayle
      Radcliffe Ramsbottom Ravenscroft Redfern Ridley Rigby Roebuck Rowntree Rudge Sadler Scarth Sedgwick Shackleton Sharples Shuttleworth Sidebottom Skelton Slater Snowden Southgate Spofforth Stansfield Starkey Stockdale
      Sugden Sutcliffe Swinburne Tattersall Tempest Thackray Thornber Threlfall Tindall Tolliver Trelawney Tunstall Twigg Underhill Varley Vickers Wadsworth Wainwright Walmsley Warburton Weatherill Whitaker Whiteley
      Wigglesworth Wilberforce Winterbottom Wolstenholme Woodhead Wragg Wyndham Yardley Yeadon`.replaceAll(/\s+/g, ' '),
    ),
    female: [
      words(
        'Margaret Jean Maureen Sheila Patricia Dorothy Brenda Joan Barbara Pauline Kathleen Doreen Sylvia Audrey Marjorie Beryl Eileen Rita Jacqueline Christine Susan Linda Hilary Valerie Gillian',
      ),
      words(
        'Sarah Emma Claire Laura Rachel Gemma Rebecca Charlotte Hannah Jessica Amy Chloe Olivia Amelia Isla Ava Freya Poppy Evie Grace Sophie Lucy Ella Megan Holly Erin Martha Daisy Florence Ruby',
      ),
    ],
    male: [
      words(
        'Peter Brian Derek Raymond Kenneth Ronald Alan Dennis Geoffrey Roy Keith Trevor Norman Stanley Leslie Gordon Roger Malcolm Graham Clive Colin Barry Terence Harold Douglas',
      ),
      words(
        'James Daniel Matthew Andrew Mark Paul Stephen Christopher Luke Ryan Adam Liam Jack Oliver Harry George Noah Arthur Leo Alfie Archie Theo Freddie Oscar Callum Jacob Ethan Lewis Reuben Finley',
      ),
    ],
  },
  {
    share: 6,
    languages: ['ur', 'pa', 'gu', 'hi', 'ta'],
    family: words(
      'Ahluwalia Anand Bakshi Bhatt Chaudhry Desai Dhillon Gill Hussain Iqbal Iyer Jadeja Joshi Kapoor Kaur Khatri Malhotra Mehta Mirza Modi Nair Pandya Patel Qureshi Raja Rana Saini Shah Sharma Siddiqui Sohal Vyas',
    ),
    female: [
      words('Kamla Surinder Nasreen Pushpa Shakuntala Farida Gurmeet Savita Zubeda Urmila'),
      words('Aisha Priya Anjali Zara Simran Maryam Neha Fatima Meera Sana Kiran Jasleen Hina Divya Inaya'),
    ],
    male: [
      words('Mohan Rashid Balwinder Suresh Anwar Harbhajan Ramesh Tariq Jagdish Vinod'),
      words('Imran Arjun Bilal Rohan Hamza Harpreet Vikram Yusuf Amir Dev Zayn Nikhil Gurdeep Kabir Ayaan'),
    ],
  },
  {
    share: 5,
    languages: ['so', 'fr', 'am'],
    family: words(
      'Abebe Acheampong Adeyemi Adomako Afolabi Agyeman Akande Amoah Asante Balogun Bekele Boateng Chikwanha Danso Diallo Eze Gyasi Haile Kamara Kibet Mensah Moyo Mutasa Ndlovu Njoroge Obi Ogunleye Okafor Osei Owusu Sesay Yusuf',
    ),
    female: [
      words('Grace Comfort Beatrice Esther Mercy Florence Victoria Agnes'),
      words('Abena Amara Chidinma Efua Ifeoma Makena Nia Thandiwe Yewande Zainab Hodan Tsehay'),
    ],
    male: [
      words('Emmanuel Samuel Joseph Isaac Moses Cornelius Ebenezer Augustine'),
      words('Kwame Chinedu Tunde Kofi Segun Themba Tendai Abdi Dawit Emeka Kwabena Femi'),
    ],
  },
  {
    share: 6,
    languages: ['pl', 'ro', 'lt', 'bg', 'uk'],
    family: words(
      'Adamczyk Balan Bartkus Bielak Cernat Dimitrov Dudek Filip Gorski Hrytsenko Ilie Ionescu Jankauskas Kaminska Kovalenko Kowalczyk Lis Marinescu Mazur Nowak Oprea Petrauskas Petrov Popescu Rusu Shevchuk Sikora Stancu Wilk Zajac',
    ),
    female: [
      words('Halina Danuta Irena Elena Maria Galina'),
      words('Agnieszka Katarzyna Ioana Andreea Oksana Ruta Magdalena Zuzanna Alina Daria Hanna Maja'),
    ],
    male: [
      words('Jerzy Stanislaw Gheorghe Nikolai Zbigniew Ion'),
      words('Tomasz Piotr Andrei Mihai Bohdan Lukas Jakub Kacper Stefan Radu Taras Szymon'),
    ],
  },
  {
    share: 3,
    languages: ['yue', 'cmn', 'vi'],
    family: words(
      'Chan Cheung Chow Fung Ho Kwok Lam Lau Leung Liu Lo Mak Ng Nguyen Pham Szeto Tang Tran Tse Wong Wu Yip',
    ),
    female: [words('Mei Wai Lan Suk Yin'), words('Jia Linh Wing Hoi Ying Phoebe Thanh Xin Yan Karen')],
    male: [words('Wing Kam Chi Hung Kwok'), words('Jun Minh Hao Ka Tin Jason Wei Duc Ming Kelvin')],
  },
  {
    share: 3,
    languages: ['ar', 'tr', 'fa', 'ku'],
    family: words(
      'Abadi Aksoy Aziz Barzani Celik Demir Farahani Ghanem Haddad Jalali Karimi Khalil Kurt Mansour Najjar Ozturk Rahimi Sabbagh Salim Yildiz',
    ),
    female: [
      words('Fatma Khadija Samira Parvin'),
      words('Leyla Noor Yasmin Elif Shirin Rania Zeynep Maha Dilan Nadia'),
    ],
    male: [words('Ahmet Ibrahim Mahmoud Reza'), words('Omar Emre Karim Navid Rebin Sami Yusef Cem Hadi Bassam')],
  },
  {
    share: 3,
    languages: ['pt', 'es', 'it'],
    family: words(
      'Almeida Barros Carvalho Castro Costa Esposito Ferreira Fonseca Garrido Lima Marques Moretti Nunes Pinto Ramos Ribeiro Rossetti Santos Tavares Vidal',
    ),
    female: [
      words('Lurdes Conceicao Rosa Carmela'),
      words('Ines Beatriz Lucia Sofia Mariana Carla Elisa Marta Joana Bianca'),
    ],
    male: [words('Manuel Antonio Jose Giuseppe'), words('Tiago Miguel Diego Rui Mateo Bruno Paulo Rafael Hugo Marco')],
  },
];
