/** Entry of the page. */
import './styles/tokens.css'
import './styles/base.css'
import './styles/rooms.css'
import { startApp } from './app/startApp'

const place = document.getElementById('root')
if (place) void startApp(place)
